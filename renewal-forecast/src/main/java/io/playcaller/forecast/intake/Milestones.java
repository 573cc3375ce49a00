package io.playcaller.forecast.intake;

import io.playcaller.contracts.health.HealthChanged;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * When accounts reached milestones, by every score of one batch: the newest of an account, which is all that else is kept, names what it
 * reached long ago, too. Filled by one thread.
 */
public final class Milestones {

    /** @param at of the earliest score that names it */
    public record Reached(String accountId, String milestone, Instant at) {}

    private final Map<String, Reached> reached = new TreeMap<>();

    /** Takes what a score names as reached. */
    public void take(HealthChanged health) {
        health.milestones()
                .forEach(milestone -> reached.merge(
                        health.accountId() + '\0' + milestone,
                        new Reached(health.accountId(), milestone, health.at()),
                        (one, other) -> other.at().isBefore(one.at()) ? other : one));
    }

    /** In order of account and milestone, each once. */
    public Collection<Reached> all() {
        return reached.values();
    }
}
