package io.playcaller.ingest.source.health;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A reason for a verdict, with its numbers.
 *
 * @param code stable: {@code silence}, {@code history.short}, {@code volume} or {@code refused}
 * @param detail one sentence for a person
 * @param expected items: of {@code volume} how many come at least in usual weeks, heartbeats among them, of {@code refused} how many of those that
 *     came are refused at most; 0 where nothing is expected
 * @param seen items
 */
public record Finding(String code, String detail, long expected, long seen, Instant from, Instant until) {

    static final String SILENCE = "silence";
    static final String SHORT_HISTORY = "history.short";
    static final String VOLUME = "volume";
    static final String REFUSED = "refused";

    /** How many signs of life came in whole hours, against how many come at least in usual weeks. */
    static Finding volume(Span span, long seen, OptionalDouble usual) {
        long expected = Math.round(usual.orElse(0));
        return new Finding(
                VOLUME,
                "%d items and heartbeats came in %d hours; in usual weeks at least %d do"
                        .formatted(seen, span.hours(), expected),
                expected,
                seen,
                Span.beginOf(span.from()),
                Span.beginOf(span.to()));
    }
}
