package io.playcaller.lab.simulate;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import org.jspecify.annotations.Nullable;

/**
 * An account whose grade is another one by the candidate, at the end of the log.
 *
 * @param from by the version in force; null without a score, as {@code to}
 */
public record Regraded(
        String accountId,
        @Nullable String name,
        @Nullable Grade from,
        @Nullable Grade to,
        @Nullable Long scoreFrom,
        @Nullable Long scoreTo,
        @Nullable Money arr) {}
