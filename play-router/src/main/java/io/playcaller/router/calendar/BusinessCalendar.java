package io.playcaller.router.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Working hours of a place, or of a person there. An instant is business time when its local time lies in a shift of its
 * local day and that day is neither a holiday nor one of absence; business time passes at the speed of real time, so a
 * shift over the missing hour of a DST day is an hour shorter.
 *
 * @param week shifts of each weekday, ordered and apart from each other
 * @param holidays days off, each with its name
 * @param day how much business time one business day is; a target of 2 business days is twice this
 * @param away days on which the person is not there; empty for a place
 */
public record BusinessCalendar(
        String id,
        ZoneId zone,
        Map<DayOfWeek, List<Shift>> week,
        Map<LocalDate, String> holidays,
        Duration day,
        List<DayRange> away) {

    /** Longer than any target; a calendar that yields less business time than asked for in it is a mistake. */
    private static final int HORIZON_DAYS = 3_660;

    public BusinessCalendar {
        week = Map.copyOf(week);
        holidays = Map.copyOf(holidays);
        away = List.copyOf(away);
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("calendar " + id + " has no working hours");
        }
        if (day.isNegative() || day.isZero()) {
            throw new IllegalArgumentException("calendar " + id + " has a business day of no time");
        }
    }

    /** The calendar of a place. */
    public BusinessCalendar(
            String id, ZoneId zone, Map<DayOfWeek, List<Shift>> week, Map<LocalDate, String> holidays, Duration day) {
        this(id, zone, week, holidays, day, List.of());
    }

    /** That of a person of this place who is not there on some days. */
    public BusinessCalendar without(List<DayRange> absences) {
        return new BusinessCalendar(id, zone, week, holidays, day, absences);
    }

    /** That of the place, whoever is away. */
    public BusinessCalendar ofPlace() {
        return away.isEmpty() ? this : without(List.of());
    }

    /**
     * The earliest instant by which {@code amount} of business time has passed since {@code from}. Of a person whose absences
     * leave less than that in ten years, by the calendar of their place.
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
            for (Span whole : spans(date)) {
                Span span = whole.after(from);
                if (!span.isEmpty() && left.compareTo(span.length()) <= 0) {
                    return span.from().plus(left);
                }
                left = left.minus(span.length());
            }
        }
        if (!away.isEmpty()) {
            return ofPlace().add(from, amount);
        }
        throw new IllegalArgumentException("calendar " + id + " has no " + amount + " after " + from);
    }

    /** Business time from {@code from} until {@code until}; zero when they stand the other way round. */
    public Duration between(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return Duration.ZERO;
        }
        Duration passed = Duration.ZERO;
        LocalDate last = dayOf(until);
        for (LocalDate date = dayOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (Span whole : spans(date)) {
                passed = passed.plus(whole.after(from).before(until).length());
            }
        }
        return passed;
    }

    /** The local day of {@code at}. */
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Why no time of {@code date} counts: the holiday's name, {@code away}, or {@code no hours}; empty when some does. */
    public Optional<String> whyOff(LocalDate date) {
        if (holidays.containsKey(date)) {
            return Optional.ofNullable(holidays.get(date));
        }
        if (isAway(date)) {
            return Optional.of("away");
        }
        boolean closed = shiftsOf(date.getDayOfWeek()).isEmpty();
        return closed ? Optional.of("no hours") : Optional.empty();
    }

    /** Hours of a usual week, without holidays. */
    public List<Shift> shiftsOf(DayOfWeek weekday) {
        return week.getOrDefault(weekday, List.of());
    }

    private boolean isAway(LocalDate date) {
        return !away.isEmpty() && away.stream().anyMatch(absence -> absence.covers(date));
    }

    private List<Span> spans(LocalDate date) {
        List<Shift> shifts = shiftsOf(date.getDayOfWeek());
        if (shifts.isEmpty() || holidays.containsKey(date) || isAway(date)) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        for (Shift shift : shifts) {
            spans.addAll(Span.of(shift.opens(date), shift.closes(date), zone.getRules()));
        }
        return spans;
    }
}
