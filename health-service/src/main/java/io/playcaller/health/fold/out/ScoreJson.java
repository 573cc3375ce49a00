package io.playcaller.health.fold.out;

import io.playcaller.contracts.health.HealthChanged;
import java.util.IdentityHashMap;

/** The JSON of the scores of one work, each written once: what Kafka is told and what the account's row keeps are the same. */
final class ScoreJson {

    private final IdentityHashMap<HealthChanged, String> written = new IdentityHashMap<>();

    String of(HealthChanged score) {
        return written.computeIfAbsent(score, FoldStatements::json);
    }
}
