package io.playcaller.health.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account of which the model in shadow says another score.
 *
 * @param name of the company; null while the register has said none
 * @param score in force, milli-points
 * @param difference score in shadow less score in force
 * @param knownAt the log's time of the account's last step, of which both scores are
 */
public record ShadowDifference(
        String accountId,
        @Nullable String name,
        long score,
        String grade,
        long shadowScore,
        String shadowGrade,
        long difference,
        Instant knownAt) {}
