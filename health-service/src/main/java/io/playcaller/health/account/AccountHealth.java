package io.playcaller.health.account;

import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's page: the newest score whole, what is open, and what came before.
 *
 * @param health null without a score
 * @param noScore why there is none; null with one
 * @param openSignals newest first
 * @param history newest first
 */
public record AccountHealth(
        String accountId,
        @Nullable HealthChanged health,
        @Nullable String noScore,
        @Nullable String name,
        Merges merges,
        List<SignalChanged> openSignals,
        List<PastChange> history) {

    /**
     * @param into where this account went; null while it is itself
     * @param from ids of the accounts that came here, in order
     */
    public record Merges(@Nullable MergedInto into, List<String> from) {}
}
