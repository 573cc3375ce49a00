package io.playcaller.lab.figures;

import io.playcaller.accuracy.Interval;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How well one number foretells.
 *
 * @param auc over all units
 * @param within 95%, over accounts
 * @param aucByDate over the units of each date; null where all of them ended alike
 * @param topTenth bad ends of the tenth with the most risk, as a multiple of those of all
 * @param brier of the probability that a logistic regression on this number alone gives to other accounts; a taught
 *     baseline's own probability
 * @param logLoss of the same
 * @param calibrationError of the same
 */
public record Ranking(
        String by,
        double auc,
        Interval within,
        SortedMap<String, @Nullable Double> aucByDate,
        double topTenth,
        double brier,
        double logLoss,
        double calibrationError) {}
