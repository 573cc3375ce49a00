package io.playcaller.forecast.lab.file;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contract, how it ended, and what was known of it before.
 *
 * @param ends its renewal date; null where the file has no dates
 * @param money null where the file has no amounts
 * @param known text of each column that is a feature; empty where it is not known
 */
public record ContractRow(
        String id,
        String account,
        @Nullable LocalDate ends,
        @Nullable Money money,
        Outcome outcome,
        Map<String, String> known) {

    /** How a contract ended. */
    public enum Outcome {
        RENEWED,
        CONTRACTED,
        EXPANDED,
        LOST
    }

    /**
     * What was up for renewal, and what went on.
     *
     * @param arr above 0
     * @param kept 0 where it was lost; {@code arr} where the file does not say
     */
    public record Money(double arr, double kept, String currency) {}

    public boolean lost() {
        return outcome == Outcome.LOST;
    }
}
