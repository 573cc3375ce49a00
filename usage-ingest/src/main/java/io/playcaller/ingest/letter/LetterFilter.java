package io.playcaller.ingest.letter;

import io.playcaller.contracts.deadletter.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which letters; what is null does not matter.
 *
 * @param since received at or after it
 * @param until received before it
 */
public record LetterFilter(
        @Nullable Place place,
        @Nullable String source,
        @Nullable String reason,
        @Nullable String accountId,
        @Nullable LetterState state,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** Whether it says anything but a state: an empty one is a typing error more often than a wish. */
    public boolean narrow() {
        return place != null || source != null || reason != null || accountId != null || since != null || until != null;
    }
}
