package io.playcaller.contracts.health;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well an account uses one product.
 *
 * @param productId as facts of use name it
 * @param score milli-points, 0 to 100,000; null while there is too little to say
 * @param grade null without a score
 * @param lastUsedOn UTC day
 * @param confidence millionths: the weight of the measures that are present and fresh
 * @param measures of its use alone; their weights sum to 1,000,000, or are all 0 without a score
 */
public record ProductScore(
        String productId,
        @Nullable Long score,
        @Nullable Grade grade,
        LocalDate lastUsedOn,
        int confidence,
        List<MeasureScore> measures) {}
