package io.playcaller.router.account;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands, as far as health-service has said.
 *
 * @param score milli-points; null when there is none
 * @param grade null when there is none
 * @param stage of its life; null when nothing was said
 * @param arr of its open contracts; null without one
 */
public record AccountState(
        @Nullable Long score,
        @Nullable Grade grade,
        @Nullable String stage,
        @Nullable Money arr) {

    /** Before anything was said. */
    public static final AccountState UNKNOWN = new AccountState(null, null, null, null);
}
