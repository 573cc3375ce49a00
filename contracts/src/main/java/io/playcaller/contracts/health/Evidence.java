package io.playcaller.contracts.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that shows why.
 *
 * @param eventId the fact; null when it is a measure or an absence
 */
public record Evidence(
        String sentence, @Nullable String eventId, @Nullable Instant at) {}
