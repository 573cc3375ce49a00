package io.playcaller.router.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** From an instant until, not including, a later one; empty when it is not later. */
record Span(Instant from, Instant until) {

    /**
     * The instants whose local time lies between two wall-clock times of a day: one span, or two around a change of the
     * offset between them.
     */
    static List<Span> of(LocalDateTime opens, LocalDateTime closes, ZoneRules rules) {
        Instant end = closes.plusDays(1).toInstant(ZoneOffset.UTC);
        List<Span> spans = new ArrayList<>();
        Instant from = opens.minusDays(1).toInstant(ZoneOffset.UTC);
        while (from.isBefore(end)) {
            ZoneOffset offset = rules.getOffset(from);
            ZoneOffsetTransition change = rules.nextTransition(from);
            Instant until = change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
            Span open = new Span(opens.toInstant(offset), closes.toInstant(offset))
                    .after(from)
                    .before(until);
            if (!open.isEmpty()) {
                spans.add(open);
            }
            from = until;
        }
        return spans;
    }

    Span after(Instant earliest) {
        return earliest.isAfter(from) ? new Span(earliest, until) : this;
    }

    Span before(Instant latest) {
        return latest.isBefore(until) ? new Span(from, latest) : this;
    }

    boolean isEmpty() {
        return !from.isBefore(until);
    }

    Duration length() {
        return isEmpty() ? Duration.ZERO : Duration.between(from, until);
    }
}
