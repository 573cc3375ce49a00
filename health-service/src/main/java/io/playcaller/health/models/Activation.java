package io.playcaller.health.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model was said to be in force.
 *
 * @param number later ones are higher
 * @param replaced hash of the model that was in force before; null for the first
 * @param author a staff id, or {@code files}
 */
public record Activation(
        long number,
        String hash,
        String version,
        @Nullable String replaced,
        String author,
        String reason,
        Instant at) {}
