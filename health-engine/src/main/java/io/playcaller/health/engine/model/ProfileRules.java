package io.playcaller.health.engine.model;

import java.util.List;

/**
 * What kind of customer an account is.
 *
 * @param tiers the first that matches applies; the last must match everything
 */
public record ProfileRules(List<TierRule> tiers, TierMoves moves, StageRules stages) {

    public ProfileRules {
        tiers = List.copyOf(tiers);
        Require.that(
                !tiers.isEmpty() && tiers.get(tiers.size() - 1).minArr() == 0,
                "tiers",
                "the last must begin at 0, so that every account has one");
    }

    /** What is worth nothing and is not strategic belongs here. */
    public TierRule lowest() {
        return tiers.get(tiers.size() - 1);
    }
}
