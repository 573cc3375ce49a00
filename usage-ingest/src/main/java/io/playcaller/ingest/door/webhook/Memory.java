package io.playcaller.ingest.door.webhook;

import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when everybody remembers what came. What its tool sent before that, as the signed body says, may be a recorded request
 * that somebody sends again: no claim could tell it any more.
 */
public record Memory(Instant since) {

    /** Of what is asked for elsewhere whether it counts already: a letter that is read again, an import. */
    public static final Memory OF_EVERYTHING = new Memory(Instant.MIN);

    /** Clocks of tools and of ours differ by less. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /**
     * What came when its tool sent it, or later, is claimed until {@code claimsKept} after that at least.
     *
     * @param longestRetry what the tool still sends by itself is always taken, also where claims are kept for less
     * @param now by the senders' clocks
     */
    public static Memory at(Instant now, Duration claimsKept, Duration longestRetry) {
        Duration told = claimsKept.minus(CLOCKS_DIFFER);
        Duration taken = longestRetry.plus(CLOCKS_DIFFER);
        return new Memory(now.minus(told.compareTo(taken) > 0 ? told : taken));
    }

    /** The item, refused when its tool made it before; for tools that say of an event when they made it. */
    Item judge(Item item) {
        return item.draft() instanceof Step.Kept<Draft> kept
                ? judge(item, kept.value().places().time(), kept.value().times().happenedAt())
                : item;
    }

    /**
     * The item, refused when it was sent before.
     *
     * @param field where the body says so
     * @param sentAt null when it does not say
     */
    Item judge(Item item, String field, @Nullable Instant sentAt) {
        if (sentAt == null || !sentAt.isBefore(since) || item.draft() instanceof Step.Refused<Draft>) {
            return item;
        }
        Refusal refusal = Refusal.field(
                Refusal.SENT_TOO_LONG_AGO,
                field,
                "a time after " + since + ", since when what came is remembered",
                sentAt.toString());
        return new Item(item.index(), item.id(), item.idAssigned(), item.raw(), Step.refused(refusal));
    }
}
