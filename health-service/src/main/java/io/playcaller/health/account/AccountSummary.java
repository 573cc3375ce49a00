package io.playcaller.health.account;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as a list shows it.
 *
 * @param name null until the register named it
 * @param score milli-points
 * @param changedAt event time of the newest change
 * @param openSignals how many episodes are open
 */
public record AccountSummary(
        String accountId,
        @Nullable String name,
        long score,
        Grade grade,
        @Nullable String segment,
        @Nullable Money arr,
        Instant changedAt,
        int openSignals) {}
