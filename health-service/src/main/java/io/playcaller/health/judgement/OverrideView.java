package io.playcaller.health.judgement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An override as people read it.
 *
 * @param measure id of the measure; null for the whole score
 * @param points milli-points
 * @param because why, in the author's words; null once they were erased
 * @param author who said so
 * @param setAt business time at which it was said
 * @param until the first instant at which it no longer holds
 * @param state {@code in-force}, {@code replaced}, {@code cleared} or {@code expired}, by business time
 * @param endedAt when it was replaced or cleared; null where it was neither
 * @param endedBy who did that
 * @param wordsErased null where they were not
 */
public record OverrideView(
        UUID overrideId,
        String accountId,
        @Nullable String measure,
        long points,
        @Nullable String because,
        String author,
        Instant setAt,
        Instant until,
        String state,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable WordsErased wordsErased) {

    /** Who had the words forgotten, and when. */
    public record WordsErased(Instant at, String by) {}

    public static final String IN_FORCE = "in-force";
    public static final String REPLACED = "replaced";
    public static final String CLEARED = "cleared";
    public static final String EXPIRED = "expired";
}
