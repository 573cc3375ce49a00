package io.playcaller.ingest.rights;

import java.util.Locale;

/** What was done about a place that may hold something of a person. */
public enum Did {
    /** It is gone. */
    DELETED,
    /** What was personal is gone, the rest stays. */
    EMPTIED,
    /** A record that deletes stands behind it in a compacted topic: who reads the topic finds nothing. */
    TOMBSTONED,
    /** It goes by itself, on a date at the latest. */
    EXPIRES,
    /** Only the random id is there, and nothing resolves it any more. */
    PSEUDONYMOUS,
    /** It has no room for a person of the customer. */
    NOTHING,
    /** Nothing here reaches it: a person must. */
    BY_HAND;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
