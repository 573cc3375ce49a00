package io.playcaller.health.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an account went that was merged into another: what is accepted for it is told there.
 *
 * @param accountId the account into which it was merged
 * @param leadsTo where the chain ends, when that one was merged as well; null otherwise, and in lists
 */
public record MergedInto(
        String accountId, Instant since, @Nullable String leadsTo) {}
