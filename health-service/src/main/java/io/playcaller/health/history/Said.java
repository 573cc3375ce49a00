package io.playcaller.health.history;

import io.playcaller.contracts.health.Grade;
import java.time.Instant;

/**
 * A row of history, as far as thinning looks at it.
 *
 * @param score milli-points
 */
public record Said(long rev, Instant validFrom, Instant knownAt, long score, Grade grade) {}
