package io.playcaller.ingest.backfill.app;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something of a run. A write key acts for its own source, ops and admin for any.
 *
 * @param keySource the source of the write key; null for a token
 */
public record Requester(@Nullable String keySource) {

    private static final int FORBIDDEN = 403;

    /** Fails with 403, naming whose key it takes. */
    void requireFor(String source) {
        if (keySource != null && !keySource.equals(source)) {
            throw new ProblemException(Problem.of(
                    FORBIDDEN,
                    "backfill.of-another-source",
                    "Forbidden",
                    "a key of source %s may not act for source %s; use a key of %s, or a token of ops or admin"
                            .formatted(keySource, source, source)));
        }
    }
}
