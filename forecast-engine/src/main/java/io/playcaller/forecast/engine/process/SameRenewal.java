package io.playcaller.forecast.engine.process;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Whether two days are the end of the same term. A contract keeps its id when it is renewed, so that what was said of one
 * renewal must not count for the next; but a date that is corrected by some days is no other renewal.
 */
public final class SameRenewal {

    /** As far as a date may be corrected, in days. Shorter than the shortest term, a month. */
    public static final int WITHIN_DAYS = 14;

    private SameRenewal() {}

    /** Whether what was said for a renewal on {@code one} day holds for one on the {@code other}. */
    public static boolean of(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= WITHIN_DAYS;
    }
}
