package io.playcaller.ingest.catalogue.app;

import io.playcaller.chassis.pace.Rounds;
import io.playcaller.ingest.catalogue.EventCount;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.pace.app.Backlog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Counts what was taken, and writes it down once a second, in one statement for all. A crash loses at most what was counted since;
 * the events themselves are stored before they are counted.
 */
@ApplicationScoped
public class EventCounts {

    /** Names and days that may wait to be written; what is beyond it, while PostgreSQL is away, is counted together. */
    static final int MOST_UNWRITTEN = 20_000;

    private final Catalogue catalogue;
    private final CatalogueBound bound;
    private final InstantSource clock;
    private final Duration daysKeptFor;
    private final Rounds rounds;
    private final Backlog<EventCount.Key, EventCount> unwritten = new Backlog<>(EventCount::plus);
    private volatile LocalDate sweptOn = LocalDate.EPOCH;

    EventCounts(Catalogue catalogue, CatalogueBound bound, InstantSource clock, Vertx vertx, IngestConfig config) {
        this.catalogue = catalogue;
        this.bound = bound;
        this.clock = clock;
        this.daysKeptFor = config.catalogue().daysKeptFor();
        this.rounds = new Rounds(
                vertx, config.catalogue().write(), "writing what was counted", () -> write().chain(this::sweep));
    }

    /** Some more were taken. */
    public void taken(EventCount count) {
        EventCount.Key key = count.key();
        EventCount kept = unwritten.hasRoom(key, MOST_UNWRITTEN) ? count : count.under(key.amongOthers());
        unwritten.note(kept.key(), kept);
    }

    /** Writes now what was not written yet; keeps it for the next time when that fails. */
    public Uni<Void> write() {
        return unwritten.write(counts ->
                catalogue.add(List.copyOf(counts.values())).invoke(bound::met).replaceWithVoid());
    }

    /** Once a day. */
    private Uni<Void> sweep() {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        return today.equals(sweptOn)
                ? Uni.createFrom().voidItem()
                : catalogue.forgetBefore(today.minusDays(daysKeptFor.toDays())).invoke(() -> sweptOn = today);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.finish();
    }
}
