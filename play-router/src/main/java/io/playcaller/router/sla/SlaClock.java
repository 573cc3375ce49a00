package io.playcaller.router.sla;

import io.playcaller.contracts.work.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a clock: what it was given, when it runs out, what it says on the way, and how far it has come.
 *
 * @param cycle counts the runs of this clock on this task, from 1
 * @param target business time
 * @param alarms in the order in which they fire
 * @param fired how many of them have
 * @param stoppedAt when what it waits for came, or was no longer needed; null while it runs
 */
public record SlaClock(
        Clock clock,
        int cycle,
        Instant startedAt,
        Duration target,
        Instant dueAt,
        List<Alarm> alarms,
        int fired,
        @Nullable Instant stoppedAt) {

    static SlaClock running(
            Clock clock, int cycle, Instant startedAt, Duration target, Instant dueAt, List<Alarm> alarms) {
        return new SlaClock(clock, cycle, startedAt, target, dueAt, alarms, 0, null);
    }

    public boolean isRunning() {
        return stoppedAt == null;
    }

    /** What it says next; empty when it has said all or stands still. */
    public Optional<Alarm> next() {
        return isRunning() && fired < alarms.size() ? Optional.of(alarms.get(fired)) : Optional.empty();
    }

    public SlaClock afterFiring() {
        return new SlaClock(clock, cycle, startedAt, target, dueAt, alarms, fired + 1, stoppedAt);
    }

    public SlaClock stopped(Instant at) {
        return isRunning() ? new SlaClock(clock, cycle, startedAt, target, dueAt, alarms, fired, at) : this;
    }

    /** Whether time ran out before it stopped, or before {@code now} while it runs. */
    public boolean isBreached(Instant now) {
        return (stoppedAt == null ? now : stoppedAt).isAfter(dueAt);
    }
}
