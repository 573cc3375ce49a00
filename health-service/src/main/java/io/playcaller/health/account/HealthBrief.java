package io.playcaller.health.account;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change of a score as the live stream tells it. */
public record HealthBrief(
        String accountId,
        Instant at,
        long score,
        @Nullable Long previousScore,
        Grade grade,
        @Nullable Grade previousGrade) {

    public static HealthBrief of(HealthChanged change) {
        return new HealthBrief(
                change.accountId(),
                change.at(),
                change.score(),
                change.previousScore(),
                change.grade(),
                change.previousGrade());
    }
}
