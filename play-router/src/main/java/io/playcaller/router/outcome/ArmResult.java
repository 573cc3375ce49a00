package io.playcaller.router.outcome;

import io.playcaller.contracts.work.Arm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of the runs of a play in one arm that had one share held out: counts and means as they are. Arms of one share differ by the draw; runs without a draw have
 * no arm to be compared with. Whether two arms differ by more than chance is for renewal-forecast to say.
 *
 * @param holdoutPercent the share with which the lot was drawn; null where none was, or of runs that were stored before shares were
 * @param runs that began
 * @param open of them
 * @param outcomes how many ended how
 * @param looks at their ends, and so many days after their starts
 */
public record ArmResult(
        String play,
        Arm arm,
        @Nullable Integer holdoutPercent,
        long runs,
        long open,
        Map<String, Long> outcomes,
        List<LookResult> looks) {

    /**
     * What looks found at the ends, which are day 0, or so many days after the starts.
     *
     * @param told how many there were
     * @param scored those of them whose score is known, then and at the start of the run
     * @param meanChange of the score since the start of the run over these, milli-points; null without any
     * @param touched accounts with which one of ours was in touch since the run began
     * @param renewed accounts of which a contract was renewed since
     * @param churned accounts of which a contract ended in full since
     */
    public record LookResult(
            int daysAfter,
            long told,
            long scored,
            @Nullable Long meanChange,
            long touched,
            long renewed,
            long churned) {}

    public ArmResult {
        outcomes = Map.copyOf(outcomes);
        looks = List.copyOf(looks);
    }
}
