package io.playcaller.router.staff;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.sla.SlaClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A task of the simulated quarter: the clocks that the router gave it, and the work that is left of it. */
final class Job {

    /** Of 40 office hours 24 go into tasks, as capacity.yaml of renewal-forecast has it: a minute of work takes so long. */
    private static final Duration OFFICE_TIME_OF_A_MINUTE = Duration.ofSeconds(100);

    private final Severity severity;
    private final String tier;
    private final int minutes;
    private final Instant startsAt;
    private List<SlaClock> clocks;
    private Duration left;

    /** @param clocks as they run from {@code startsAt} on */
    Job(Severity severity, String tier, int minutes, Instant startsAt, List<SlaClock> clocks) {
        this.severity = severity;
        this.tier = tier;
        this.minutes = minutes;
        this.startsAt = startsAt;
        this.clocks = clocks;
        this.left = OFFICE_TIME_OF_A_MINUTE.multipliedBy(minutes);
    }

    boolean isCritical() {
        return severity == Severity.CRITICAL;
    }

    Severity severity() {
        return severity;
    }

    String tier() {
        return tier;
    }

    int minutes() {
        return minutes;
    }

    Instant startsAt() {
        return startsAt;
    }

    List<SlaClock> clocks() {
        return clocks;
    }

    /** Office time that it still takes. */
    Duration left() {
        return left;
    }

    /** Somebody begins with it, and has accepted it with that; what was accepted before stays so. */
    void begun(Instant at) {
        change(Clock.ACCEPT, clock -> clock.stopped(at));
    }

    void worked(Duration officeTime) {
        left = left.minus(officeTime);
    }

    void done(Instant at) {
        change(Clock.COMPLETE, clock -> clock.stopped(at));
    }

    private void change(Clock which, UnaryOperator<SlaClock> step) {
        clocks = clocks.stream()
                .map(clock -> clock.clock() == which ? step.apply(clock) : clock)
                .toList();
    }
}
