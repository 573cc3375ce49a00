package io.playcaller.forecast.memory;

import io.playcaller.contracts.reason.Reason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the expected figure of a quarter changed between two days. Amounts are minor units.
 *
 * @param from day of the snapshot that it starts from
 * @param until day of the snapshot that it ends at
 * @param items in order of currency and group; of more than are shown, those that changed most
 * @param groups how many there are
 */
public record Bridge(
        Definitions definitions,
        LocalDate from,
        LocalDate until,
        String quarter,
        String by,
        int groups,
        List<Item> items) {

    /** What the figures mean. */
    public record Definitions(
            String figure,
            String grain,
            String currencyRule,
            String order,
            String modelVersion,
            String periodTerm,
            String group) {

        /** As computed here. */
        public static Definitions stated() {
            return new Definitions(
                    "ARR of the quarter's renewals expected to be kept without growth: what was kept where it is decided,"
                            + " else the manager's judgement, else the CSM's, else the model's expected amount",
                    "contract, counted in the quarter of its renewal day, also when that has passed",
                    "each-by-itself",
                    "new or ended or moved contracts whole; else amount, then drivers in their order, then contraction,"
                            + " then judgement",
                    "where another model version made the later forecast, all change of probabilities is model-version",
                    "what a quarter does to all renewals at once leaves the expected figure alone",
                    "traits of the account today");
        }
    }

    /**
     * A part of the change.
     *
     * @param cause the word of the cause
     * @param driver for causes of probability
     * @param contracts how many it concerns
     */
    public record Step(
            String cause, @Nullable String driver, @Nullable Reason reason, long minor, int contracts) {}

    /**
     * One currency and group: before + steps = after.
     *
     * @param accountId of the contract, where groups are contracts; else null
     */
    public record Item(
            String currency,
            String group,
            @Nullable String accountId,
            int contracts,
            long before,
            List<Step> steps,
            long after) {}
}
