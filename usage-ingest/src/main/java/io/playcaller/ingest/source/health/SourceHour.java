package io.playcaller.ingest.source.health;

import java.time.Instant;

/** One hour of one source; hours are counted since the epoch. */
public record SourceHour(String source, long hour) {

    public static SourceHour at(String source, Instant at) {
        return new SourceHour(source, Span.hourOf(at));
    }
}
