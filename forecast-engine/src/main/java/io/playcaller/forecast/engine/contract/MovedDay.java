package io.playcaller.forecast.engine.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What it means that the day of a renewal moves. A contract keeps its id when it is renewed, so the day tells its renewals apart. Two
 * questions have two answers, and a day that moved by more than two weeks and less than half a year has one of each: the renewal is
 * still ahead, and people say anew what they think of it.
 */
public final class MovedDay {

    /**
     * As far as a day may be corrected for what was said of it to hold, in days: stages, judgements, signals. Shorter than the shortest
     * term, a month, so that last month's word is not this month's.
     */
    public static final int WORDS_HOLD_DAYS = 14;

    /** An end that moved so far, in days, or further is that of another term: the renewal took place. Of short terms: {@link ShortTerms}. */
    public static final int NEW_TERM_DAYS = 180;

    private MovedDay() {}

    /** Whether what was said of a renewal on {@code one} day holds for one on the {@code other}. */
    public static boolean wordsHold(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= WORDS_HOLD_DAYS;
    }
}
