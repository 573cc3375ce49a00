package io.playcaller.health.engine.model;

import java.time.Duration;
import java.util.Set;

/**
 * Of which accounts a rule speaks.
 *
 * @param tiers empty for all
 * @param after so long after the unbroken run of contracts began; zero also for who has no contract
 */
public record Scope(Set<String> tiers, Duration after) {

    public static final Scope ALL = new Scope(Set.of(), Duration.ZERO);

    public Scope {
        tiers = Set.copyOf(tiers);
        Require.range("after", after.toDays(), 0, 1000);
    }
}
