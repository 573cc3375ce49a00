package io.playcaller.ingest.rights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is held about a person.
 *
 * @param at when it was said or came in; null where that is not kept
 * @param source who said it; null where that is not kept
 * @param json the whole of it
 */
public record Holding(
        String place, @Nullable Instant at, @Nullable String source, String json) {}
