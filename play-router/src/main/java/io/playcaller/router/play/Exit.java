package io.playcaller.router.play;

import java.util.List;
import java.util.Set;

/**
 * What must be so about the customer for a play to have succeeded: all of its conditions, for so many days in a row while the
 * run is open.
 *
 * @param days 0 where it is enough that they hold once
 */
public record Exit(List<Condition> all, int days) {

    /** What stands beside others, for it does not change while a run is open. */
    private static final Set<Condition.Kind> WHICH = Set.of(Condition.Kind.BEGUN_BY, Condition.Kind.IN_TIER);

    public Exit {
        all = List.copyOf(all);
    }

    /** Whether it says nothing about the customer, but only of which runs it is an exit. */
    public boolean saysOnlyWhich() {
        return !all.isEmpty() && all.stream().allMatch(condition -> WHICH.contains(condition.kind()));
    }

    /** Whether it is enough that all steps are over: where the steps themselves are what the customer is promised. */
    public boolean isStepsDone() {
        return all.stream().anyMatch(condition -> condition.kind() == Condition.Kind.STEPS_DONE);
    }

    /**
     * One thing about the customer.
     *
     * @param of the grade, stage, milestone, measure, role, tier, step or code of a reason; empty where the kind says all
     * @param least points of 100; 0 where none are asked for
     */
    public record Condition(Kind kind, String of, int least) {

        /** What is looked at. */
        public enum Kind {
            /** Nothing that the run is about is open any more. */
            SIGNAL_ENDED,
            /** The run began with a signal of that reason. */
            BEGUN_BY,
            /** The account was in that tier when the run began. */
            IN_TIER,
            /** The grade is that or better. */
            GRADE_AT_LEAST,
            /** The account is in another stage of its life. */
            STAGE_LEFT,
            MILESTONE_REACHED,
            /** One of ours was in touch with the customer since the run began. */
            TOUCHED,
            /** A measure has so many points on its curve. */
            MEASURE_AT_LEAST,
            /** All steps of the run are over; stands alone. */
            STEPS_DONE,
            /** That step is over, or does not happen in the run. */
            STEP_DONE,
            /** Somebody has accepted a hand-over of the account in that role since the signal opened that began the run. */
            HAND_OVER_ACCEPTED,
            ADOPTION_AT_LEAST
        }
    }
}
