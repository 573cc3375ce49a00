package io.playcaller.health.engine.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The weights of the dimensions for some accounts.
 *
 * @param stages that it applies to; empty for all
 * @param tiers that it applies to; empty for all
 * @param rollUp what the scores of an account's children do to its own
 * @param weights relative weight per dimension, 0 to 1,000; a dimension that is not named has none
 */
public record Scorecard(String id, Set<String> stages, Set<String> tiers, RollUp rollUp, Map<String, Integer> weights) {

    /** One that judges each account by itself. */
    public Scorecard(String id, Set<String> stages, Set<String> tiers, Map<String, Integer> weights) {
        this(id, stages, tiers, RollUp.OWN, weights);
    }

    public Scorecard {
        Require.text("scorecards.id", id);
        stages = Set.copyOf(stages);
        tiers = Set.copyOf(tiers);
        weights.forEach(
                (dimension, weight) -> Require.range("scorecards." + id + ".weights." + dimension, weight, 0, 1000));
        Require.that(
                weights.values().stream().anyMatch(weight -> weight > 0),
                "scorecards." + id + ".weights",
                "at least one must be above 0");
        weights = java.util.Collections.unmodifiableMap(new TreeMap<>(weights));
    }

    public boolean matches(String stage, String tier) {
        return (stages.isEmpty() || stages.contains(stage)) && (tiers.isEmpty() || tiers.contains(tier));
    }

    boolean matchesAll() {
        return stages.isEmpty() && tiers.isEmpty();
    }
}
