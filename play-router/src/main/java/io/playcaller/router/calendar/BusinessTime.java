package io.playcaller.router.calendar;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of business time as people write it: {@code 30bmin}, {@code 4bh}, {@code 1bd}, {@code weekly}. */
public record BusinessTime(int amount, Unit unit) {

    /** A business day is as long as the calendar says, an hour is an hour. */
    public enum Unit {
        MINUTE("bmin"),
        HOUR("bh"),
        DAY("bd");

        private final String suffix;

        Unit(String suffix) {
            this.suffix = suffix;
        }
    }

    /** Said in every refusal. */
    public static final String GRAMMAR = "an amount such as 30bmin, 4bh, 2bd, daily, weekly or biweekly";

    private static final Map<String, BusinessTime> CADENCES = Map.of(
            "daily", new BusinessTime(1, Unit.DAY),
            "weekly", new BusinessTime(5, Unit.DAY),
            "biweekly", new BusinessTime(10, Unit.DAY));

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5})(bmin|bh|bd)");

    public BusinessTime {
        if (amount <= 0) {
            throw new IllegalArgumentException("business time is positive: " + amount);
        }
    }

    /** Empty when {@code text} is none, or not positive; {@link #GRAMMAR} says what is. */
    public static Optional<BusinessTime> parse(String text) {
        BusinessTime cadence = CADENCES.get(text);
        if (cadence != null) {
            return Optional.of(cadence);
        }
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            return Optional.empty();
        }
        for (Unit unit : Unit.values()) {
            if (unit.suffix.equals(matcher.group(2))) {
                return Optional.of(new BusinessTime(Integer.parseInt(matcher.group(1)), unit));
            }
        }
        return Optional.empty();
    }

    /** How long it is by {@code calendar}. */
    public Duration by(BusinessCalendar calendar) {
        return switch (unit) {
            case MINUTE -> Duration.ofMinutes(amount);
            case HOUR -> Duration.ofHours(amount);
            case DAY -> calendar.day().multipliedBy(amount);
        };
    }

    @Override
    public String toString() {
        return amount + unit.suffix;
    }
}
