package io.playcaller.health.account;

import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's page: the newest score whole, what is open, and what came before.
 *
 * @param openSignals newest first
 * @param history newest first
 */
public record AccountHealth(
        HealthChanged health, @Nullable String name, List<SignalChanged> openSignals, List<PastChange> history) {}
