package io.playcaller.forecast.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One figure that somebody answers for.
 *
 * @param key such as {@code grr}
 * @param area of the work that it is about
 * @param ownerRole who answers for it
 * @param unit {@code share}, {@code days}, {@code points} or {@code accounts}
 * @param currency of what is a figure of one; else null
 * @param now of the quarter asked for; null where there is nothing to say, and {@code note} says why
 * @param before of the quarter before
 * @param note what must be known to read it; null without
 */
public record Kpi(
        String key,
        String area,
        String ownerRole,
        String unit,
        @Nullable String currency,
        @Nullable Value now,
        @Nullable Value before,
        Meaning meaning,
        @Nullable String note) {

    /**
     * The figure of a quarter.
     *
     * @param low lower end of the 95% interval; null where it has none
     * @param n how many units of the grain it rests on
     * @param closedAt when it was fixed; null where it is counted from what is known now
     */
    public record Value(
            String quarter,
            BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            long n,
            @Nullable Instant closedAt) {}

    /** What the figure means. */
    public record Meaning(String definition, String grain, String currencyRule, String interval) {}
}
