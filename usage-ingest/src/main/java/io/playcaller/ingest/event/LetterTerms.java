package io.playcaller.ingest.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replay must know of the delivery that a dead letter came with. It stands among the letter's attributes, where it
 * is not the usual.
 *
 * @param backfill whether it belonged to an import: then it is history, whenever it is replayed
 * @param clockOffset how far business time was ahead of the senders' clocks
 * @param webhook whose words its payload is written in; null when it came through another door
 * @param givenId the id under which the event waited, where its sender gave none; null otherwise
 */
public record LetterTerms(
        boolean backfill,
        Duration clockOffset,
        @Nullable String webhook,
        @Nullable String givenId) {

    private static final String OURS = "playcaller-";
    private static final String BACKFILL = OURS + "backfill";
    private static final String CLOCK_OFFSET = OURS + "clock-offset";
    private static final String WEBHOOK = OURS + "webhook";
    private static final String GIVEN_ID = OURS + "id";

    public static LetterTerms of(Delivery delivery) {
        return new LetterTerms(delivery.backfill(), delivery.clockOffset(), delivery.webhook(), null);
    }

    /** Of an item that begins to wait: it may be in the log under its id before its letter is replayed. */
    public static LetterTerms ofWaiting(Delivery delivery, Item item) {
        return new LetterTerms(
                delivery.backfill(), delivery.clockOffset(), delivery.webhook(), item.idAssigned() ? item.id() : null);
    }

    /** Reads them back; what is unreadable counts as the usual. */
    public static LetterTerms of(Map<String, String> attributes) {
        return new LetterTerms(
                Boolean.parseBoolean(attributes.get(BACKFILL)),
                duration(attributes.getOrDefault(CLOCK_OFFSET, "PT0S")),
                attributes.get(WEBHOOK),
                attributes.get(GIVEN_ID));
    }

    /** The attributes of the item with these terms; what only looks like ours is dropped. */
    public Map<String, String> beside(Map<String, String> attributes) {
        Map<String, String> all = without(attributes);
        if (backfill) {
            all.put(BACKFILL, "true");
        }
        if (!clockOffset.isZero()) {
            all.put(CLOCK_OFFSET, clockOffset.toString());
        }
        if (webhook != null) {
            all.put(WEBHOOK, webhook);
        }
        if (givenId != null) {
            all.put(GIVEN_ID, givenId);
        }
        return Map.copyOf(all);
    }

    /** The attributes as they came, without ours. */
    public static Map<String, String> without(Map<String, String> attributes) {
        Map<String, String> theirs = new HashMap<>(attributes);
        theirs.keySet().removeIf(name -> name.startsWith(OURS));
        return theirs;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
