package io.playcaller.health.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the accounts of a portfolio stand on their way.
 *
 * @param at the log's time by which it is reckoned; null before the first tick
 * @param steps stages in the order of {@code profile.yaml}, in each the milestones in the order in which they are waited for
 */
public record Funnel(@Nullable Instant at, List<FunnelStep> steps) {

    public Funnel {
        steps = List.copyOf(steps);
    }
}
