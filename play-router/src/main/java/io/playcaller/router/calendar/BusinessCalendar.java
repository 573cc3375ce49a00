package io.playcaller.router.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Working hours of a place. An instant is business time when its local time lies in a shift of its local day and that
 * day is no holiday; business time passes at the speed of real time, so a shift over the missing hour of a DST day is
 * an hour shorter.
 *
 * @param week shifts of each weekday, ordered and apart from each other
 * @param day how much business time one business day is; a target of 2 business days is twice this
 */
public record BusinessCalendar(
        String id, ZoneId zone, Map<DayOfWeek, List<Shift>> week, Set<LocalDate> holidays, Duration day) {

    /** Longer than any target; a calendar that yields less business time than asked for in it is a mistake. */
    private static final int HORIZON_DAYS = 3_660;

    public BusinessCalendar {
        week = Map.copyOf(week);
        holidays = Set.copyOf(holidays);
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("calendar " + id + " has no working hours");
        }
        if (day.isNegative() || day.isZero()) {
            throw new IllegalArgumentException("calendar " + id + " has a business day of no time");
        }
    }

    /**
     * The earliest instant by which {@code amount} of business time has passed since {@code from}.
     *
     * @throws IllegalArgumentException when {@code amount} is negative or the next ten years do not hold it
     */
    public Instant add(Instant from, Duration amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("business time runs forward: " + amount);
        }
        if (amount.isZero()) {
            return from;
        }
        Duration left = amount;
        LocalDate today = dayOf(from);
        for (LocalDate date = today; date.isBefore(today.plusDays(HORIZON_DAYS)); date = date.plusDays(1)) {
            for (Span whole : spans(date).toList()) {
                Span span = whole.after(from);
                if (!span.isEmpty() && left.compareTo(span.length()) <= 0) {
                    return span.from().plus(left);
                }
                left = left.minus(span.length());
            }
        }
        throw new IllegalArgumentException("calendar " + id + " has no " + amount + " after " + from);
    }

    /** Business time from {@code from} until {@code until}; zero when they stand the other way round. */
    public Duration between(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return Duration.ZERO;
        }
        return dayOf(from)
                .datesUntil(dayOf(until).plusDays(1))
                .flatMap(this::spans)
                .map(span -> span.after(from).before(until).length())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The local day of {@code at}. */
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private Stream<Span> spans(LocalDate date) {
        if (holidays.contains(date)) {
            return Stream.empty();
        }
        return week.getOrDefault(date.getDayOfWeek(), List.of()).stream()
                .flatMap(shift -> Span.of(shift.opens(date), shift.closes(date), zone.getRules()).stream());
    }
}
