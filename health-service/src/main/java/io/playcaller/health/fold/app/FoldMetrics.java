package io.playcaller.health.fold.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What the fold counts. Names stand in README.md. */
@ApplicationScoped
public class FoldMetrics {

    private final Counter folded;
    private final Counter duplicates;
    private final Counter unreadable;
    private final Counter unknown;
    private final Counter quarantined;
    private final Counter unreadableStates;
    private final Counter released;
    private final Counter parked;
    private final Counter refused;
    private final Counter failed;
    private final Counter shadowFailed;
    private final Timer fold;
    private final Timer store;

    FoldMetrics(MeterRegistry registry) {
        folded = registry.counter("health.events.folded");
        duplicates = registry.counter("health.events.duplicate");
        unreadable = registry.counter("health.events.unreadable");
        unknown = registry.counter("health.events.unknown.type");
        quarantined = registry.counter("health.accounts.quarantined");
        unreadableStates = registry.counter("health.accounts.unreadable");
        released = registry.counter("health.accounts.released");
        parked = registry.counter("health.events.parked");
        refused = registry.counter("health.commits.refused");
        failed = registry.counter("health.commits.failed");
        shadowFailed = registry.counter("health.shadow.failed");
        fold = registry.timer("health.fold.time");
        store = registry.timer("health.store.time");
    }

    void folded() {
        folded.increment();
    }

    void duplicate() {
        duplicates.increment();
    }

    void unreadable() {
        unreadable.increment();
    }

    void unknownType() {
        unknown.increment();
    }

    void quarantined() {
        quarantined.increment();
    }

    /** Counted besides {@link #quarantined()}. */
    void unreadableState() {
        unreadableStates.increment();
    }

    void released() {
        released.increment();
    }

    void parked() {
        parked.increment();
    }

    /** The model in shadow threw; nothing else came of it. */
    void shadowFailed() {
        shadowFailed.increment();
    }

    /** Another owner has the partition: the transaction was refused by epoch, offset or revision. */
    public void commitRefused() {
        refused.increment();
    }

    /** Claim, read or transaction failed and will be tried again. */
    public void commitFailed() {
        failed.increment();
    }

    /** From the beginning of a partition's part of a turn until it is stored; others may be folded meanwhile. */
    public void foldTook(Duration time) {
        fold.record(time);
    }

    /** From the beginning of a transaction until the fold's thread knows of its end. */
    void storeTook(Duration time) {
        store.record(time);
    }
}
