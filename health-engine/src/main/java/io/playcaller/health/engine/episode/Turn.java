package io.playcaller.health.engine.episode;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.health.engine.score.Assessment;
import io.playcaller.health.engine.score.Readings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is being told about, and under which circumstances.
 *
 * @param now the account as it stands
 * @param at the log's time
 * @param envelope of the fact that caused it; null when time or a model did
 * @param muted why what opens now is not told; {@link Told.Muted#NO} when it is
 * @param origin of what opens now
 * @param readings what was said of the measures, with the facts that last moved them
 */
public record Turn(
        String accountId,
        Assessment now,
        Instant at,
        Cause cause,
        @Nullable Envelope envelope,
        Told.Muted muted,
        SignalOrigin origin,
        Readings readings) {}
