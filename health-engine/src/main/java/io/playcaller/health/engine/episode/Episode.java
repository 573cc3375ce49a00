package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.time.Instant;
import java.util.UUID;

/**
 * An episode that people were told about and that is open.
 *
 * @param rule {@code score} for the risk of the whole score, else the id of its condition
 * @param transition the last that was told
 */
public record Episode(
        UUID episodeId,
        String rule,
        Instant openedAt,
        int transition,
        Reason reason,
        Severity severity,
        SignalOrigin origin) {}
