package io.playcaller.health.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A walk over all accounts that thins what was known in {@code [from, to)}.
 *
 * @param from until where history is thin already; null before the first walk
 * @param to the beginning of a UTC day
 * @param after the account at which it stands; empty at the beginning
 */
public record Walk(@Nullable Instant from, Instant to, String after) {

    public Walk at(String accountId) {
        return new Walk(from, to, accountId);
    }
}
