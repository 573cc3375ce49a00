package io.playcaller.router.task;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.DueTimes;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work for one of our people, as it stands. Immutable; {@link TaskDecider} makes the next one.
 *
 * @param rev counts its changes, from 1
 * @param signal the newest transition with which the signal that made it was open: sentence, evidence, contributions
 * @param openEpisodes its own episode and those that joined it, as long as they are open
 * @param severity the highest that its signals had
 * @param clocks every run of every clock, in the order of their starts
 * @param escalationLevel how many steps above have been told
 * @param escalatedTo who was told last; null for nobody
 * @param ending null while it is open
 * @param joinedPolicies clocks that the signals brought that came to it: each run follows the policy, of these and its own,
 *     that gives it the least time
 * @param settled how its play ends unless its person says otherwise: all that it is about is over; null while something holds
 */
public record Task(
        WorkOrder order,
        long rev,
        SignalChanged signal,
        Set<UUID> openEpisodes,
        Severity severity,
        TaskState state,
        Assignment assignment,
        List<SlaClock> clocks,
        int escalationLevel,
        @Nullable Assignment escalatedTo,
        @Nullable Ending ending,
        List<SlaPolicy> joinedPolicies,
        @Nullable PlayOutcome settled) {

    /** One that a version of before wrote says nothing of policies that joined it. */
    public Task {
        openEpisodes = Set.copyOf(openEpisodes);
        clocks = List.copyOf(clocks);
        joinedPolicies = joinedPolicies == null ? List.of() : List.copyOf(joinedPolicies);
    }

    public UUID taskId() {
        return order.taskId();
    }

    public boolean isOpen() {
        return ending == null;
    }

    /** Whether {@code actor} has it. */
    public boolean isOf(Actor actor) {
        return actor.staffId() != null && actor.staffId().equals(assignment.staffId());
    }

    /** Whether somebody else than {@code actor} has it. */
    boolean isOfAnother(Actor actor) {
        return assignment.staffId() != null && !isOf(actor);
    }

    /** When its person is to begin: its clocks run from then. */
    public Instant startsAt() {
        Instant later = assignment.startsAt();
        return later == null ? order.createdAt() : later;
    }

    /** Whether {@code signal} is a transition of the episode that it was made for, not of one that joined. */
    public boolean isOf(SignalChanged other) {
        return signal.episodeId().equals(other.episodeId());
    }

    /** Whether something besides {@code one} is open on it. */
    public boolean isAlsoAbout(SignalChanged one) {
        return openEpisodes.stream().anyMatch(episode -> !episode.equals(one.episodeId()));
    }

    /** Whether it ended while signals that had joined it were open. */
    public boolean leavesSignals() {
        return !isOpen() && isAlsoAbout(signal);
    }

    /** The policies that its clocks follow. */
    ClockPolicies policies() {
        return new ClockPolicies(order.policy(), joinedPolicies);
    }

    /** The newest run of a clock. */
    public Optional<SlaClock> clock(Clock clock) {
        return clocks.stream().filter(run -> run.clock() == clock).reduce((earlier, later) -> later);
    }

    /**
     * By which a run counts: without the days on which its person is away, or by their place, as the policy that gave it its
     * time says; it may be that of a signal that joined.
     *
     * @param ofPerson of its assignee
     */
    public BusinessCalendar calendarOf(SlaClock run, BusinessCalendar ofPerson) {
        return Stream.of(ofPerson.ofPlace(), ofPerson)
                .filter(run::runsBy)
                .findFirst()
                .orElseGet(() -> order.policy().calendarOf(run.clock(), ofPerson));
    }

    /** The same with its clocks laid out otherwise. */
    Task withClocks(List<SlaClock> newClocks) {
        return new Task(
                order,
                rev,
                signal,
                openEpisodes,
                severity,
                state,
                assignment,
                newClocks,
                escalationLevel,
                escalatedTo,
                ending,
                joinedPolicies,
                settled);
    }

    /** What is still to be met. */
    public DueTimes due() {
        return new DueTimes(dueAt(Clock.ACCEPT), dueAt(Clock.FIRST_TOUCH), dueAt(Clock.UPDATE), dueAt(Clock.COMPLETE));
    }

    /** The running clock that runs out first, of those that somebody is to meet. */
    public Optional<SlaClock> firstDue() {
        return clocks.stream()
                .filter(run -> run.isRunning() && run.clock() != Clock.GIVE_UP)
                .min(Comparator.comparing(SlaClock::dueAt));
    }

    private @Nullable Instant dueAt(Clock clock) {
        return clock(clock).filter(SlaClock::isRunning).map(SlaClock::dueAt).orElse(null);
    }

    /** What its running clocks say next: one timer each. None once it ended. */
    public Set<Timer> timers() {
        return clocks.stream()
                .flatMap(run -> run.next().stream()
                        .map(alarm -> new Timer(taskId(), run.clock(), run.cycle(), alarm.level(), alarm.at())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why none of its clocks will say anything more although it is open; empty while one will, or when it ended. */
    public Optional<String> whyStill() {
        if (!isOpen() || !timers().isEmpty()) {
            return Optional.empty();
        }
        if (settled != null) {
            return Optional.of("what it is about is over");
        }
        return Optional.of(clocks.isEmpty() ? "its play states no clocks" : "all its clocks have spoken");
    }
}
