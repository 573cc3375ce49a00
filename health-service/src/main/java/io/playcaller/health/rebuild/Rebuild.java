package io.playcaller.health.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest run.
 *
 * @param state running, compared, refused, switched, failed, cancelled; {@code lost} when who ran it was not heard of for long
 * @param author a staff id
 */
public record Rebuild(
        String state,
        String author,
        String reason,
        Wanted wanted,
        Instant startedAt,
        @Nullable Instant endedAt,
        RebuildReport report) {}
