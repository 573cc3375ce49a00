package io.playcaller.router.play;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of a play on an account.
 *
 * @param play key
 * @param endedAt null while it is open
 */
public record PastRun(
        String play, Instant startedAt, @Nullable Instant endedAt) {}
