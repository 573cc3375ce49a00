package io.playcaller.health.account;

import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.DimensionScore;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.ProductScore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One announced change of a score.
 *
 * @param rev revision on health-changes
 * @param validFrom event time
 * @param knownAt log time at which it was known; later for late facts
 * @param score milli-points
 * @param previousScore null for the first
 * @param confidence millionths
 * @param contributions sum exactly to the change
 * @param computed the score as it would have been without overrides; null where none was in force
 * @param dimensions sum exactly to the score; null for a change of before they were kept
 * @param products that were told apart, in order of their ids; null where use named none, and for a change of before they were kept
 * @param moreProducts about how many more there were; null without any
 */
public record PastChange(
        long rev,
        Instant validFrom,
        Instant knownAt,
        long score,
        @Nullable Long previousScore,
        Grade grade,
        @Nullable Grade previousGrade,
        int confidence,
        List<Contribution> contributions,
        String modelVersion,
        @Nullable Long computed,
        @Nullable List<DimensionScore> dimensions,
        @Nullable List<ProductScore> products,
        @Nullable Long moreProducts) {}
