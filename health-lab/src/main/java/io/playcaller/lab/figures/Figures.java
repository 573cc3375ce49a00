package io.playcaller.lab.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation says.
 *
 * @param model its name, and the hash of its files
 * @param units that were judged
 * @param bad of them, that ended badly
 * @param dates on which units were looked at
 * @param unscored units of which there was nothing to measure: they count as those with the most risk
 * @param raw 1 less the score as a share of 100, taken for a probability as it stands
 * @param rankings the score's, then those of simpler means
 * @param teachers earlier units that only taught, 0 when all were judged and taught
 * @param checked null when nobody asked for it
 */
public record Figures(
        String model,
        long events,
        int accounts,
        int units,
        int bad,
        List<String> dates,
        int unscored,
        Raw raw,
        List<Ranking> rankings,
        List<MeasureFigures> measures,
        List<ReasonFigures> reasons,
        int teachers,
        @Nullable Checked checked) {

    /** Figures of a probability that nothing was fitted for. */
    public record Raw(double brier, double logLoss, double calibrationError) {}
}
