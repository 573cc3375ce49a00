package io.playcaller.ingest.rights;

import io.playcaller.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a topic has let go of what was in it at the time of an erasure. */
record Expiry(Topic topic, Instant erasedAt, Standing standing) {

    /** At the latest; null where the broker sets no bound. */
    @Nullable
    Instant at() {
        Duration longest = standing.kept().get(topic);
        return longest == null ? null : erasedAt.plus(longest);
    }

    /** Without a bound nothing goes by itself. */
    Line line(Did did, String note) {
        String place = "topic " + topic.baseName();
        Instant until = at();
        return until == null
                ? Line.said(place, Did.BY_HAND, note + "; the broker keeps it without end: delete it there")
                : new Line(place, did, null, until, note);
    }
}
