package io.playcaller.health.engine.model;

/**
 * A tier and its segment.
 *
 * @param minArr lowest ARR in hundredths of a whole unit, whatever its currency is
 * @param strategic whether a strategic account belongs here whatever its ARR
 */
public record TierRule(String tier, String segment, long minArr, boolean strategic) {

    public TierRule {
        Require.text("tiers.tier", tier);
        Require.text("tiers.segment", segment);
        Require.range("tiers." + tier + ".minArr", minArr, 0, Long.MAX_VALUE);
    }
}
