package io.playcaller.router.task;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from something that was asked of a task. */
public sealed interface TaskDecision {

    /** The change, where there is one. */
    default Stream<Changed> change() {
        return this instanceof Changed changed ? Stream.of(changed) : Stream.empty();
    }

    /**
     * It changed by one step.
     *
     * @param before null when it is new
     */
    record Changed(@Nullable Task before, Task after, TaskStep step) implements TaskDecision {

        /** Timers that are no longer wanted. */
        public Set<Timer> cancelled() {
            return minus(before == null ? Set.of() : before.timers(), after.timers());
        }

        /** Timers that are wanted now and were not before. */
        public Set<Timer> armed() {
            return minus(after.timers(), before == null ? Set.of() : before.timers());
        }

        /** Whether it ended with this step, and its run with it, unless that has a course. */
        public boolean ends() {
            return after.ending() != null && (before == null || before.ending() == null);
        }

        private static Set<Timer> minus(Set<Timer> from, Set<Timer> what) {
            return from.stream().filter(timer -> !what.contains(timer)).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** It is so already, or has moved on: nothing to do, and no fault. */
    record Unchanged(Task task, String because) implements TaskDecision {}

    /**
     * It cannot be.
     *
     * @param code stable
     */
    record Refused(Task task, String code, String sentence) implements TaskDecision {}
}
