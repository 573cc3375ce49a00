package io.playcaller.cli.demo;

import io.playcaller.contracts.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What should come of the demo company; kept in a file when it is made.
 *
 * @param seed of everything that was drawn
 * @param madeAt business time at which its history ended and its live facts began
 * @param silentSource the source that goes silent, for which one data-quality signal should open
 */
record Truth(long seed, Instant madeAt, String silentSource, List<Expected> accounts) {

    /** What an account should make fire. */
    enum Fires {
        NOTHING,
        /** A signal that the import finds and that waits in triage. */
        TRIAGE,
        /** A signal of a live fact, which becomes a task. */
        LIVE
    }

    /**
     * @param persona its title
     * @param reasons one of them is the signal's reason; empty when nothing fires. In triage others of them may wait beside it
     * @param besides of each the import finds a signal besides; null in a file of before
     */
    record Expected(
            String accountId, String name, String persona, Fires fires, List<Reason> reasons, List<Reason> besides) {

        Expected {
            besides = Objects.requireNonNullElse(besides, List.of());
        }
    }
}
