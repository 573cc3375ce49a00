package io.playcaller.contracts.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that shows why.
 *
 * @param eventId the fact; null when it is a measure or an absence of which no fact is known. Beside a measure it is the fact
 *     that moved it last, whatever time did since
 * @param at when that happened
 * @param source of the fact: (source, id) is its identity; null without one, and of a writer of before
 */
public record Evidence(
        String sentence,
        @Nullable String eventId,
        @Nullable Instant at,
        @Nullable String source) {

    /** Without a source. */
    public Evidence(String sentence, @Nullable String eventId, @Nullable Instant at) {
        this(sentence, eventId, at, null);
    }

    /** What was measured, and the fact that moved it last. */
    public static Evidence of(String sentence, @Nullable FactRef fact) {
        return fact == null
                ? new Evidence(sentence, null, null, null)
                : new Evidence(sentence, fact.id(), fact.at(), fact.source());
    }
}
