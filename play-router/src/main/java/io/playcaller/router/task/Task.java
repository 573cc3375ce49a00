package io.playcaller.router.task;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.ReasonFamily;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.DueTimes;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.Alarm;
import io.playcaller.router.sla.AlarmKind;
import io.playcaller.router.sla.PauseReason;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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
 * @param joinedPolicies clocks that the signals brought that came to it, as long as these are open: each run follows the
 *     policy, of these and its own, that gives it the least time
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
        List<JoinedPolicy> joinedPolicies,
        @Nullable PlayOutcome settled) {

    /** One that a version of before wrote says nothing of policies that joined it, or not of which signals they are. */
    public Task {
        openEpisodes = Set.copyOf(openEpisodes);
        clocks = List.copyOf(clocks);
        joinedPolicies = joinedPolicies == null
                ? List.of()
                : joinedPolicies.stream().filter(JoinedPolicy::isKnown).toList();
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
        return ClockPolicies.of(order.policy(), joinedPolicies);
    }

    /** The newest run of a clock. */
    public Optional<SlaClock> clock(Clock clock) {
        return clocks.stream().filter(run -> run.clock() == clock).reduce((earlier, later) -> later);
    }

    /** The pause that holds it; empty while none does. */
    public Optional<SlaClock> pause() {
        return clock(Clock.PAUSE).filter(SlaClock::isRunning);
    }

    /** Whether it is paused until support, or the product, has answered. */
    public boolean waitsForSupport() {
        return pause().filter(run -> run.because() == PauseReason.WAITING_FOR_SUPPORT)
                .isPresent();
    }

    /** Whether its signal is about a renewal. */
    boolean isOfRenewal() {
        return signal.reason().family() == ReasonFamily.FORECAST || signal.reason() == Reason.COM_NOTICE_NEAR;
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

    /** Its next revision, by another policy of its play. */
    Task by(SlaPolicy policy, List<SlaClock> newClocks) {
        return new Task(
                order.by(policy),
                rev + 1,
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

    /** What is still to be met; without what is paused. */
    public DueTimes due() {
        return new DueTimes(dueAt(Clock.ACCEPT), dueAt(Clock.FIRST_TOUCH), dueAt(Clock.UPDATE), dueAt(Clock.COMPLETE));
    }

    /** The clock that runs out first, of those that run and that somebody is to meet. */
    public Optional<SlaClock> firstDue() {
        return clocks.stream()
                .filter(run -> urges(run) && run.clock() != Clock.GIVE_UP && run.clock() != Clock.PAUSE)
                .min(Comparator.comparing(SlaClock::dueAt));
    }

    private @Nullable Instant dueAt(Clock clock) {
        return clock(clock).filter(Task::urges).map(SlaClock::dueAt).orElse(null);
    }

    private static boolean urges(SlaClock run) {
        return run.isRunning() && run.pausedSince().isEmpty();
    }

    /** What a timer stands for; empty when the task does not wait for it any more. */
    public Optional<Alarm> awaited(Timer timer) {
        return clocks.stream()
                .filter(run -> run.clock() == timer.clock() && run.cycle() == timer.cycle())
                .flatMap(run -> run.next().stream())
                .filter(alarm -> alarm.level() == timer.level() && alarm.at().equals(timer.dueAt()))
                .findFirst();
    }

    /** Whether one of its clocks may tell somebody above, or pass it on, by an instant; one that is paused as soon as it goes on. */
    public boolean tellsAboveBy(Instant until) {
        return saysBy(until, alarm -> alarm.tell() != null);
    }

    /** Whether one of its clocks may pass it on by an instant. */
    public boolean passesOnBy(Instant until) {
        return saysBy(until, alarm -> alarm.kind() == AlarmKind.REASSIGN);
    }

    private boolean saysBy(Instant until, Predicate<Alarm> what) {
        return clocks.stream()
                .filter(SlaClock::isRunning)
                .anyMatch(run -> run.alarms().stream()
                        .skip(run.fired())
                        .filter(what)
                        .anyMatch(alarm -> !urges(run) || !alarm.at().isAfter(until)));
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
