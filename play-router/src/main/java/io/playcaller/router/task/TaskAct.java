package io.playcaller.router.task;

import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.PauseReason;
import io.playcaller.router.staff.Assignment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person does with a task. Equal acts say the same. */
public sealed interface TaskAct {

    /** What follows from it for a task as it stands. */
    TaskDecision on(Task task, Hand hand);

    /** Words of the person, for the log. */
    default Optional<String> words() {
        return Optional.empty();
    }

    /** How the customer was reached with it; empty when they were not. */
    default Optional<TouchKind> reached() {
        return Optional.empty();
    }

    /**
     * Who acts, and by which rules.
     *
     * @param taker how they would have a task that nobody has; null for somebody who is not in the directory
     * @param own calendar of whoever acts: who acknowledges a task has it then
     * @param calendar by which clocks run that begin with any other act: of whoever has the task then
     */
    record Hand(
            TaskDecider decider,
            Actor actor,
            @Nullable Assignment taker,
            BusinessCalendar own,
            BusinessCalendar calendar) {

        private Instant now() {
            return decider.now();
        }

        private Pausing pausing() {
            return new Pausing(now(), calendar);
        }

        private TaskDecision note(Task task, TaskTransition transition, String sentence) {
            return new TaskChange(task).by(TaskStep.by(actor, transition, now(), sentence));
        }
    }

    /**
     * I have it.
     *
     * @param takesOver also when it is assigned to somebody who has not accepted it
     */
    record Acknowledge(boolean takesOver) implements TaskAct {

        @Override
        public TaskDecision on(Task task, Hand hand) {
            return takesOver && hand.taker() != null
                    ? hand.decider().takeOver(task, hand.actor(), hand.taker(), hand.own())
                    : hand.decider().acknowledge(task, hand.actor(), hand.taker(), hand.own());
        }
    }

    /** The customer was reached. */
    record Touch(TouchKind kind, @Nullable String note) implements TaskAct {

        @Override
        public TaskDecision on(Task task, Hand hand) {
            return hand.decider().touch(task, hand.actor(), hand.taker(), kind, hand.calendar());
        }

        @Override
        public Optional<String> words() {
            return Optional.ofNullable(note);
        }

        @Override
        public Optional<TouchKind> reached() {
            return Optional.of(kind);
        }
    }

    /** How it stands. */
    record Update(String note) implements TaskAct {

        @Override
        public TaskDecision on(Task task, Hand hand) {
            return hand.decider().update(task, hand.actor(), hand.taker(), hand.calendar());
        }

        @Override
        public Optional<String> words() {
            return Optional.of(note);
        }
    }

    /**
     * Somebody else is to have it.
     *
     * @param to staff id
     * @param name of whom
     * @param tool in which it was said; null for here
     * @param note why; null where a tool does not ask
     * @param at when it was said in the tool, by business time; null for now
     */
    record Reassign(
            String to,
            String name,
            @Nullable String tool,
            @Nullable String note,
            @Nullable Instant at) implements TaskAct {

        /** Said now. */
        public Reassign(String to, String name, @Nullable String tool, @Nullable String note) {
            this(to, name, tool, note, null);
        }

        /**
         * The newest word counts, in whatever order words come: an older one is noted and changes nothing, and one that says who has it
         * already is remembered, so that no older one comes after it.
         */
        @Override
        public TaskDecision on(Task task, Hand hand) {
            String said = hand.actor().name() + " gave it to " + name + (tool == null ? "" : " in " + tool);
            Instant since = since(hand);
            Assignment next = new Assignment(task.assignment().role(), to, "by-hand", said + ".", null, since);
            TaskDecision decision = hand.decider().reassign(task, hand.actor(), next, hand.calendar());
            if (at == null) {
                return decision;
            }
            if (decision instanceof TaskDecision.Changed && isOlder(task, since)) {
                return hand.note(
                        task,
                        TaskTransition.NOTED,
                        said + " at " + since
                                + ", which is told only now and older than what holds: it stays where it is.");
            }
            return decision instanceof TaskDecision.Unchanged && !isOlder(task, since)
                    ? new TaskChange(task)
                            .assignment(task.assignment().since(since))
                            .by(TaskStep.by(hand.actor(), TaskTransition.NOTED, hand.now(), said + ", who has it."))
                    : decision;
        }

        private static boolean isOlder(Task task, Instant said) {
            Instant since = task.assignment().since();
            return since != null && said.isBefore(since);
        }

        /** A tool whose clock is ahead of ours holds up nothing that is said later. */
        private Instant since(Hand hand) {
            return at == null || hand.now().isBefore(at) ? hand.now() : at;
        }

        @Override
        public Optional<String> words() {
            return Optional.ofNullable(note);
        }
    }

    /**
     * Done.
     *
     * @param closing null where nobody was asked, as in a tool: it judges no reason then
     * @param touch the customer was reached with it; null when not
     */
    record Complete(
            PlayOutcome outcome,
            @Nullable Closing closing,
            @Nullable TouchKind touch,
            @Nullable String note) implements TaskAct {

        @Override
        public TaskDecision on(Task task, Hand hand) {
            return hand.decider().complete(task, hand.actor(), outcome, closing);
        }

        @Override
        public Optional<String> words() {
            return Optional.ofNullable(note);
        }

        @Override
        public Optional<TouchKind> reached() {
            return Optional.ofNullable(touch);
        }
    }

    /** Something to remember; also of a task that ended. It accepts nothing and stops no clock. */
    record Comment(String note) implements TaskAct {

        @Override
        public TaskDecision on(Task task, Hand hand) {
            return hand.note(
                    task, TaskTransition.COMMENTED, "Comment of " + hand.actor().name() + ".");
        }

        @Override
        public Optional<String> words() {
            return Optional.of(note);
        }
    }

    /**
     * Not now: out of sight until an instant, or until anything happens to it. It buys no time: its clocks run on, and the
     * next thing that one of them says brings it back.
     *
     * @param note why
     */
    record Snooze(Instant until, String note) implements TaskAct {

        /** Longer than this it is not put off but forgotten. */
        static final Duration LONGEST = Duration.ofDays(30);

        @Override
        public TaskDecision on(Task task, Hand hand) {
            if (!task.isOpen()) {
                return new TaskDecision.Refused(task, "task-ended", "A task that has ended cannot be snoozed.");
            }
            if (!task.isOf(hand.actor()) && !hand.actor().leads()) {
                return Refusals.notTheirs(task);
            }
            if (!until.isAfter(hand.now()) || until.isAfter(hand.now().plus(LONGEST))) {
                return new TaskDecision.Refused(
                        task,
                        "snooze.until",
                        "A snooze ends within " + LONGEST.toDays() + " days after now, which is " + hand.now()
                                + "; this one ends at " + until + ".");
            }
            return hand.note(
                    task, TaskTransition.SNOOZED, "Snoozed by " + hand.actor().name() + " until " + until + ".");
        }

        @Override
        public Optional<String> words() {
            return Optional.of(note);
        }
    }

    /**
     * It waits for somebody else: its clocks stand still until the reason's limit, a touch, or {@link Resume}.
     *
     * @param until last day of a customer's freeze; null for every other reason
     * @param note what is waited for
     */
    record Pause(
            PauseReason because,
            @Nullable LocalDate until,
            @Nullable String note) implements TaskAct {

        @Override
        public TaskDecision on(Task task, Hand hand) {
            return hand.pausing().pause(task, hand.actor(), because, until);
        }

        @Override
        public Optional<String> words() {
            return Optional.ofNullable(note);
        }
    }

    /** It goes on. */
    record Resume() implements TaskAct {

        @Override
        public TaskDecision on(Task task, Hand hand) {
            return hand.pausing().resume(task, hand.actor());
        }
    }
}
