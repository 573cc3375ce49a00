package io.playcaller.mapping;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Moves every date of an import by the same whole days, so that weekdays may change but distances do not. */
public record Shift(long days) {

    public static final Shift NONE = new Shift(0);

    /** The shift after which {@code newest} is within the last day before {@code now}. */
    public static Shift toNow(Instant newest, Instant now) {
        return new Shift(Math.floorDiv(
                Duration.between(newest, now).toSeconds(), Duration.ofDays(1).toSeconds()));
    }

    public Instant of(Instant time) {
        return time.plus(Duration.ofDays(days));
    }

    public LocalDate of(LocalDate day) {
        return day.plusDays(days);
    }
}
