package io.playcaller.ingest.source.health;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a source did, hour by hour.
 *
 * @param byHour hours without anything are not there; seen as it is, and not changed while it is judged
 * @param gaps outages that are over: what did not come in them says nothing about what usually comes
 */
public record Traffic(NavigableMap<Long, Hour> byHour, List<Span> gaps) {

    /** Of a source of which nothing is known. */
    public static final Traffic NONE = new Traffic(new TreeMap<>(), List.of());

    public Traffic {
        byHour = Collections.unmodifiableNavigableMap(byHour);
        gaps = List.copyOf(gaps);
    }

    Hour at(long hour) {
        return byHour.getOrDefault(hour, Hour.EMPTY);
    }

    Hour in(Span span) {
        return byHour.subMap(span.from(), span.to()).values().stream().reduce(Hour.EMPTY, Hour::plus);
    }

    /** The first hour that is known. */
    OptionalLong first() {
        return byHour.isEmpty() ? OptionalLong.empty() : OptionalLong.of(byHour.firstKey());
    }

    /** Whether everything in it is known, and none of it is an outage. */
    boolean tells(Span span) {
        return !byHour.isEmpty()
                && span.from() >= byHour.firstKey()
                && gaps.stream().noneMatch(span::touches);
    }
}
