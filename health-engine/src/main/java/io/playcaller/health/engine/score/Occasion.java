package io.playcaller.health.engine.score;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.FactRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On which occasion an account is judged anew.
 *
 * @param fact the one that is the cause; null when time, peers or a model is, or the many facts of an import
 * @param at event time
 * @param knownAt the log's time
 * @param all whether also what is less than people read is said: a midnight went by, or the model is another
 */
public record Occasion(
        String accountId, Cause cause, @Nullable FactRef fact, Instant at, Instant knownAt, boolean all) {

    public static @Nullable FactRef fact(@Nullable Envelope envelope) {
        return envelope == null
                ? null
                : new FactRef(
                        envelope.source(),
                        envelope.id(),
                        Instant.ofEpochMilli(envelope.time().toEpochMilli()));
    }

    boolean byFacts() {
        return cause == Cause.FACT;
    }
}
