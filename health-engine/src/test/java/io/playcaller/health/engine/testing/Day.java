package io.playcaller.health.engine.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days counted from a Monday: {@code Day.at(3, 9)} is Thursday, 09:00 UTC. */
public final class Day {

    public static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private Day() {}

    public static Instant start(int day) {
        return MONDAY.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public static Instant at(int day, int hour) {
        return start(day).plus(Duration.ofHours(hour));
    }
}
