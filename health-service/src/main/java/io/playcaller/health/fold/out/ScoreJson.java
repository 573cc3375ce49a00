package io.playcaller.health.fold.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.HealthChanged;
import io.vertx.core.buffer.Buffer;
import java.util.IdentityHashMap;

/** The JSON of the scores of one work, each written once: what Kafka is told and what history keeps are the same bytes. */
final class ScoreJson {

    private final IdentityHashMap<HealthChanged, Buffer> written = new IdentityHashMap<>();

    Buffer of(HealthChanged score) {
        return written.computeIfAbsent(score, said -> Buffer.buffer(WireJson.write(said)));
    }
}
