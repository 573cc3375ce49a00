package io.playcaller.router.task;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.sla.PauseReason;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.sla.SlaTargets;
import io.playcaller.router.staff.Assignment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The next state of a task while it is worked out. Lives inside one decision. */
final class TaskChange {

    /** What a further signal may shorten; when a play gives up is its own. */
    private static final List<Clock> SHORTENED = List.of(Clock.ACCEPT, Clock.FIRST_TOUCH, Clock.UPDATE, Clock.COMPLETE);

    /** What a pause holds. */
    private static final Set<Clock> HELD = Set.of(Clock.FIRST_TOUCH, Clock.UPDATE, Clock.COMPLETE);

    private final Task before;
    private SignalChanged signal;
    private final Set<UUID> openEpisodes;
    private Severity severity;
    private TaskState state;
    private Assignment assignment;
    private final List<SlaClock> clocks;
    private int escalationLevel;
    private @Nullable Assignment escalatedTo;
    private @Nullable Ending ending;
    private List<JoinedPolicy> joinedPolicies;
    private @Nullable PlayOutcome settled;

    TaskChange(Task before) {
        this.before = before;
        this.signal = before.signal();
        this.openEpisodes = new HashSet<>(before.openEpisodes());
        this.severity = before.severity();
        this.state = before.state();
        this.assignment = before.assignment();
        this.clocks = new ArrayList<>(before.clocks());
        this.escalationLevel = before.escalationLevel();
        this.escalatedTo = before.escalatedTo();
        this.ending = before.ending();
        this.joinedPolicies = before.joinedPolicies();
        this.settled = before.settled();
    }

    TaskChange state(TaskState newState) {
        state = newState;
        return this;
    }

    TaskChange assignment(Assignment newAssignment) {
        assignment = newAssignment;
        return this;
    }

    /** Somebody else has it, and is to accept it anew; of what is settled nothing is to be accepted. */
    TaskChange passedTo(Assignment next, Instant now, BusinessCalendar calendar) {
        assignment = next;
        return settled != null
                ? this
                : state(TaskState.OPEN)
                        .stopped(Clock.ACCEPT, now)
                        .stopped(Clock.UPDATE, now)
                        .started(Clock.ACCEPT, now, calendar);
    }

    /** A clock has said what it had to say next. */
    TaskChange fired(Timer timer) {
        return clocks(run -> run.clock() == timer.clock() && run.cycle() == timer.cycle() ? run.afterFiring() : run);
    }

    /** Takes in a transition of an open episode; the task's own signal follows its own episode only. */
    TaskChange opened(SignalChanged newer) {
        openEpisodes.add(newer.episodeId());
        severity = Severities.worse(severity, newer.severity());
        if (before.isOf(newer)) {
            signal = newer;
        }
        return this;
    }

    /** What the task is about stays as it was when it held: the end of an episode brings no evidence, and takes its clocks away. */
    TaskChange episodeEnded(UUID episodeId) {
        openEpisodes.remove(episodeId);
        joinedPolicies = JoinedPolicy.without(episodeId, joinedPolicies);
        return this;
    }

    TaskChange clocks(UnaryOperator<SlaClock> change) {
        clocks.replaceAll(change);
        return this;
    }

    /** Runs a clock once more, by the policy that gives it the least time; nothing where none runs it. */
    TaskChange started(Clock clock, Instant now, BusinessCalendar calendar) {
        policies()
                .start(clock, nextCycle(clock), now, calendar)
                .map(run -> held(run, now, calendar))
                .ifPresent(clocks::add);
        return this;
    }

    /**
     * Takes in the clocks of a signal that came to it. Those that run out sooner than its own run from now on instead.
     *
     * @return the clocks that have less time now
     */
    Set<Clock> hurried(UUID episodeId, SlaPolicy policy, Instant now, BusinessCalendar calendar) {
        joinedPolicies = policy.equals(before.order().policy())
                ? JoinedPolicy.without(episodeId, joinedPolicies)
                : JoinedPolicy.with(episodeId, policy, joinedPolicies);
        Set<Clock> shorter = EnumSet.noneOf(Clock.class);
        for (Clock clock : SHORTENED) {
            policy.start(clock, nextCycle(clock), now, calendar)
                    .filter(this::isSooner)
                    .ifPresent(run -> {
                        stopped(clock, now).clocks.add(run);
                        shorter.add(clock);
                    });
        }
        return shorter;
    }

    /** Than the run of now. One that was met is not asked for again; one that its play does not know may begin. */
    private boolean isSooner(SlaClock next) {
        Optional<SlaClock> run = newest(next.clock());
        return switch (next.clock()) {
            case ACCEPT -> state == TaskState.OPEN && isBefore(next, run);
            case UPDATE -> state == TaskState.ACKNOWLEDGED && isBefore(next, run);
            default -> isBefore(next, run);
        };
    }

    private static boolean isBefore(SlaClock next, Optional<SlaClock> run) {
        return run.isEmpty() || (run.get().isRunning() && isBefore(next, run.get()));
    }

    /** What comes to a paused task does not wait with it. */
    private static boolean isBefore(SlaClock next, SlaClock run) {
        return run.pausedSince().isPresent() || next.dueAt().isBefore(run.dueAt());
    }

    /** Who has it now need not wait for the day on which another was to begin: what was to run from then runs from now. */
    TaskChange begun(Instant now, BusinessCalendar calendar) {
        List.copyOf(clocks).stream()
                .filter(run -> run.isRunning() && run.startedAt().isAfter(now))
                .map(SlaClock::clock)
                .forEach(clock -> stopped(clock, now).started(clock, now, calendar));
        return this;
    }

    TaskChange stopped(Clock clock, Instant now) {
        return clocks(run -> run.clock() == clock ? run.stopped(now) : run);
    }

    /** All that it is about is over: its clocks stand still, and its person has {@code wrapUp} to say how it went. */
    TaskChange settled(PlayOutcome outcome, @Nullable BusinessTime wrapUp, Instant now, BusinessCalendar calendar) {
        settled = outcome;
        clocks(run -> run.stopped(now));
        new SlaPolicy(severity, SlaTargets.NONE, SlaTargets.NONE, wrapUp, 100, List.of())
                .start(Clock.GIVE_UP, nextCycle(Clock.GIVE_UP), now, calendar)
                .ifPresent(clocks::add);
        return this;
    }

    /** Something that it is about holds again: its clocks run anew. */
    TaskChange resumed(Instant now, BusinessCalendar calendar) {
        settled = null;
        return stopped(Clock.GIVE_UP, now)
                .started(Clock.FIRST_TOUCH, now, calendar)
                .started(Clock.UPDATE, now, calendar)
                .started(Clock.COMPLETE, now, calendar)
                .started(Clock.GIVE_UP, now, calendar);
    }

    /** What its person is to do stands still; the acceptance and the end of the play do not wait. */
    TaskChange paused(Instant now, Instant until, PauseReason because, BusinessCalendar calendar) {
        clocks.add(SlaClock.pause(nextCycle(Clock.PAUSE), now, until, because, calendar));
        return clocks(run -> held(run, now, calendar));
    }

    /** What was paused goes on with what it had left, and what nobody asks for any more ends; nothing where nothing was. */
    TaskChange unpaused(Instant now, BusinessCalendar calendar) {
        ClockPolicies policies = policies();
        return stopped(Clock.PAUSE, now).clocks(run -> {
            SlaPolicy policy = policies.of(run, calendar);
            SlaClock next = run.resumed(now, policy, policy.calendarOf(run.clock(), calendar));
            return next.pausedSince().isPresent() ? next.stopped(now) : next;
        });
    }

    /** A run as it is while the task is paused, or not. */
    private SlaClock held(SlaClock run, Instant now, BusinessCalendar calendar) {
        return newest(Clock.PAUSE)
                .filter(pause -> pause.isRunning() && HELD.contains(run.clock()))
                .map(pause -> pause.because())
                .map(because -> run.paused(now, because, before.calendarOf(run, calendar)))
                .orElse(run);
    }

    private ClockPolicies policies() {
        return ClockPolicies.of(before.order().policy(), joinedPolicies);
    }

    private int nextCycle(Clock clock) {
        return newest(clock).map(SlaClock::cycle).orElse(0) + 1;
    }

    private Optional<SlaClock> newest(Clock clock) {
        return clocks.stream().filter(run -> run.clock() == clock).reduce((earlier, later) -> later);
    }

    TaskChange escalated(Assignment told) {
        escalationLevel++;
        escalatedTo = told;
        return this;
    }

    /** Ends it: all its clocks stand still. */
    TaskChange ended(TaskState newState, Ending newEnding) {
        state = newState;
        ending = newEnding;
        return clocks(run -> run.stopped(newEnding.at()));
    }

    TaskDecision.Changed by(TaskStep step) {
        Task after = new Task(
                before.order(),
                before.rev() + 1,
                signal,
                openEpisodes,
                severity,
                state,
                assignedBy(step),
                clocks,
                escalationLevel,
                escalatedTo,
                ending,
                joinedPolicies,
                settled);
        return new TaskDecision.Changed(before, after, step);
    }

    /** Whoever has it from this step on has it since then, unless it was said before. */
    private Assignment assignedBy(TaskStep step) {
        boolean another = !Objects.equals(before.assignment().staffId(), assignment.staffId());
        return another && assignment.since() == null ? assignment.since(step.at()) : assignment;
    }
}
