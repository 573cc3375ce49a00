package io.playcaller.health.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model in a list.
 *
 * @param active whether it is in force
 * @param activatedAt when it was last said to be; null for one that never was
 */
public record ModelBrief(
        String hash,
        String version,
        String author,
        String reason,
        Instant createdAt,
        boolean active,
        @Nullable Instant activatedAt) {}
