package io.playcaller.router.play;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run goes on after its start, and what ends it.
 *
 * @param steps in the order of the file; empty where the play itself is its one step
 * @param exits one of them ends a run as succeeded; empty where the work or the end of its signals does
 * @param date what steps count back from; null where none does
 * @param followUp key of the play that runs about the same signal when this one gives up while that holds; null for none, and in runs
 *     that began before there was any
 */
public record Course(
        List<PlayStep> steps,
        List<Exit> exits,
        @Nullable RunDate date,
        @Nullable String followUp) {

    /** One step, whose end is that of the run. */
    public static final Course ONE_STEP = new Course(List.of(), List.of(), null, null);

    public Course {
        steps = List.copyOf(steps);
        exits = List.copyOf(exits);
    }
}
