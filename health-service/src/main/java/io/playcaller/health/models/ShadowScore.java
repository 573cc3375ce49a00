package io.playcaller.health.models;

import io.playcaller.contracts.health.Grade;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.state.AccountState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the model in shadow says of an account.
 *
 * @param rev the account's revision; the score in force is of the same state
 * @param score milli-points; null when there is nothing to measure
 * @param knownAt the log's time
 */
public record ShadowScore(
        String accountId,
        long rev,
        String modelHash,
        @Nullable Long score,
        @Nullable Grade grade,
        Instant knownAt) {

    /**
     * By the facts in a state, whichever model judged it. Empty where that one did not judge it either, before the first tick and
     * within an import, and where the log names this very model.
     *
     * @param log as it stood at the account's last step
     */
    public static Optional<ShadowScore> of(AccountState state, long rev, LogState log, HealthEngine shadow) {
        String hash = shadow.model().contentHash();
        boolean judged = log.now().isAfter(Instant.EPOCH) && !state.standing().importing();
        if (!judged || hash.equals(log.modelHash())) {
            return Optional.empty();
        }
        Score score = shadow.score(state, log, log.now());
        return Optional.of(new ShadowScore(state.accountId(), rev, hash, score.score(), score.grade(), log.now()));
    }
}
