package io.playcaller.ingest.register;

import io.playcaller.contracts.FactOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a change of the register comes from.
 *
 * @param factId the id of the event that said it; null for a PUT, whose fact is named after record and version
 * @param source who said it
 * @param time when it became so
 * @param rehearsed whether the register only says what it would do
 */
public record Origin(
        @Nullable String factId,
        String source,
        Instant time,
        FactOrigin origin,
        Instant receivedAt,
        boolean rehearsed) {

    /** What this service says of its own accord. */
    public static final String OWN = "playcaller/usage-ingest";

    /** A PUT: it is so from now on. */
    public static Origin put(String source, Instant now, boolean backfill, boolean rehearsed) {
        return new Origin(null, source, now, backfill ? FactOrigin.BASELINE : FactOrigin.LIVE, now, rehearsed);
    }
}
