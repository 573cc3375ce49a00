package io.playcaller.health.engine.model;

import java.util.Set;

/**
 * What usage means for this product.
 *
 * @param coreFeatures features that count; empty when every named feature does
 * @param featureTarget core features that are full marks in the adoption index
 * @param dayTarget active days of 28 per active person that are full marks in the adoption index
 */
public record UsageRules(Set<String> coreFeatures, int featureTarget, int dayTarget) {

    public UsageRules {
        coreFeatures = Set.copyOf(coreFeatures);
        Require.range("usage.featureTarget", featureTarget, 1, 1000);
        Require.range("usage.dayTarget", dayTarget, 1, 28);
    }
}
