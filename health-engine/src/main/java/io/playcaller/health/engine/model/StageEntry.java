package io.playcaller.health.engine.model;

import java.util.List;

/** When a stage begins. */
public sealed interface StageEntry {

    /** A contract was in force and none is. */
    record ContractEnded() implements StageEntry {}

    /** With the first contract, or with the one with which the customer came back and begins anew. */
    record ContractOpen() implements StageEntry {}

    /**
     * So long before the end of the term, or before its notice deadline: whichever is earlier.
     *
     * @param renewalDays before the end
     * @param noticeDays before the deadline
     */
    record RenewalNear(int renewalDays, int noticeDays) implements StageEntry {

        public RenewalNear {
            Require.range("daysToRenewal", renewalDays, 0, 1000);
            Require.range("daysToNotice", noticeDays, 0, 1000);
        }
    }

    /** All of them are reached. */
    record Reached(List<String> milestones) implements StageEntry {

        public Reached {
            milestones = List.copyOf(milestones);
            Require.that(!milestones.isEmpty(), "milestones", "must name one at least");
        }
    }

    /** Whenever no stage before it in the list applies. */
    record Otherwise() implements StageEntry {}
}
