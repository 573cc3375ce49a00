package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.DimensionScore;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.contracts.health.Profile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score of an account at a time.
 *
 * @param score milli-points; null when there is nothing to measure
 * @param contributions level contributions: they sum exactly to {@code score}
 * @param adoptionIndex thousandths of 0 to 100; null while nothing is known of it
 * @param confidence millionths
 * @param card the scorecard that applies
 * @param frozen names of quiet sources that freeze part of it
 * @param computed without overrides, milli-points; null while none is in force, or nothing can be computed
 * @param dimensions their points sum exactly to {@code score}
 */
public record Score(
        Instant at,
        @Nullable Long score,
        @Nullable Grade grade,
        List<MeasureScore> measures,
        List<Contribution> contributions,
        @Nullable Long adoptionIndex,
        int confidence,
        String card,
        List<String> frozen,
        Profile profile,
        @Nullable Long computed,
        List<DimensionScore> dimensions) {}
