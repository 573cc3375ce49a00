package io.playcaller.router.task;

import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.TaskTransition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a task, for its log.
 *
 * @param actor staff id or subject of the person who acted; null when nobody did
 * @param clock the clock that spoke; null when none did
 * @param cycle its run; 0 when none spoke; of what joined and is told together, the how manieth telling
 * @param level what it said; 0 when none spoke
 * @param dueAt when it should have spoken: earlier than {@code at} by how late we were
 * @param sentence what happened, for people
 * @param told staff ids of those above whom it tells; not in the log, whose sentence names them
 */
public record TaskStep(
        TaskTransition transition,
        Instant at,
        @Nullable String actor,
        @Nullable Clock clock,
        int cycle,
        int level,
        @Nullable Instant dueAt,
        String sentence,
        List<String> told) {

    public TaskStep {
        told = List.copyOf(told);
    }

    /** Something that nobody did. */
    static TaskStep of(TaskTransition transition, Instant at, String sentence) {
        return new TaskStep(transition, at, null, null, 0, 0, null, sentence, List.of());
    }

    /** Something that a person did. */
    static TaskStep by(Actor actor, TaskTransition transition, Instant at, String sentence) {
        return new TaskStep(transition, at, actor.id(), null, 0, 0, null, sentence, List.of());
    }

    /** What joined since the last time is told together. It changes nothing about the task and stands in no log. */
    public static TaskStep gathered(int nth, Instant at, String sentence) {
        return new TaskStep(TaskTransition.JOINED, at, null, null, nth, 0, null, sentence, List.of());
    }

    /** Whether it is told what joined, and not that something joins. */
    public boolean isGathered() {
        return transition == TaskTransition.JOINED && cycle > 0;
    }

    /** Something that a clock said. */
    static TaskStep spoken(Timer timer, TaskTransition transition, Instant at, String sentence) {
        return new TaskStep(
                transition, at, null, timer.clock(), timer.cycle(), timer.level(), timer.dueAt(), sentence, List.of());
    }

    /** The same, told to people above. */
    TaskStep to(List<String> above) {
        return new TaskStep(transition, at, actor, clock, cycle, level, dueAt, sentence, above);
    }
}
