package io.playcaller.ingest.letter.app;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.letter.LetterItems;
import io.playcaller.ingest.door.privacy.app.Privacy;
import io.playcaller.ingest.door.webhook.app.Webhooks;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.LetterTerms;
import io.playcaller.ingest.event.app.Reception;
import io.playcaller.ingest.letter.Became;
import io.playcaller.ingest.log.app.LogScan;
import io.playcaller.ingest.log.app.LogScans;
import io.playcaller.ingest.refusal.Step;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings what letters of the doors hold through the acceptance once more. */
@ApplicationScoped
class DoorReplay {

    /** Clocks of brokers and services differ by less. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Reception reception;
    private final LetterItems items;
    private final LogScans scans;
    private final BusinessClock clock;
    private final IngestConfig.Dedup dedup;

    DoorReplay(
            Reception reception,
            Webhooks webhooks,
            Privacy privacy,
            LogScans scans,
            BusinessClock clock,
            IngestConfig config) {
        this.reception = reception;
        this.items = new LetterItems(config.limits().eventBytes(), webhooks::reader, privacy::of);
        this.scans = scans;
        this.clock = clock;
        this.dedup = config.dedup();
    }

    /** A letter's event, read again. */
    record Reread(DeadLetter letter, String source, Item item, LetterTerms terms) {

        /** Null when it cannot be read. */
        @Nullable
        ClaimKey key() {
            return item.draft() instanceof Step.Kept<Draft> kept
                    ? new ClaimKey(source, kept.value().id())
                    : null;
        }
    }

    Reread read(DeadLetter letter, String source) {
        return new Reread(letter, source, items.item(letter, source), LetterTerms.of(letter.attributes()));
    }

    /**
     * A scan of the log that sees whether any of the events was stored. Before its letter too: what it says may have been
     * stored first and refused later, within the time for which claims are kept.
     */
    LogScan scanFor(Collection<Reread> events) {
        Set<ClaimKey> keys =
                events.stream().map(Reread::key).filter(Objects::nonNull).collect(Collectors.toSet());
        Instant since =
                events.stream().map(this::earliest).min(Instant::compareTo).orElseGet(clock::instant);
        return scans.of(keys, since);
    }

    private Instant earliest(Reread event) {
        Duration claimsKept = event.terms().backfill() ? dedup.backfillWindow() : dedup.window();
        return event.letter()
                .receivedAt()
                .minus(event.terms().clockOffset())
                .minus(claimsKept)
                .minus(CLOCKS_DIFFER);
    }

    /** What it came to. It is live or baseline by its time against now, and baseline if it belonged to an import. */
    Uni<Became> replay(Reread event, LogScan scan) {
        DeadLetter letter = event.letter();
        Delivery delivery = new Delivery(
                event.source(),
                letter.place(),
                "replay",
                clock.instant(),
                event.terms().clockOffset(),
                event.terms().backfill(),
                letter.receivedAt(),
                List.of(event.item()));
        return reception.replay(delivery, scan).map(Became::of);
    }
}
