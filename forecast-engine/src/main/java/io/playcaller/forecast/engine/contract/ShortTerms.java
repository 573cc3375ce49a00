package io.playcaller.forecast.engine.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How terms are decided that go on from month to month, or from quarter to quarter, and are renewed without a word: their ends never move by
 * half a year. A short term goes on when its end moves by half of it, and when nobody has cancelled the contract,
 * or closed it so long after its end.
 *
 * @param upTo a term of so many days at most is short; longer ones go by {@link MovedDay#NEW_TERM_DAYS} alone
 * @param grace days after its end from which on a term that nobody closed went on
 */
public record ShortTerms(int upTo, int grace) {

    public ShortTerms {
        if (upTo < 0 || grace < 0) {
            throw new IllegalArgumentException("days below zero: " + upTo + ", " + grace);
        }
    }

    /** As shipped: those of up to a quarter; a month. */
    public static ShortTerms defaults() {
        return new ShortTerms(100, 30);
    }

    /** Whether the term from {@code since} to {@code until} is a short one. */
    public boolean has(LocalDate since, LocalDate until) {
        return ChronoUnit.DAYS.between(since, until) <= upTo;
    }

    /** By how many days the end of the term must move to be that of another; by what words hold for it is the same one. */
    public int newTermDays(LocalDate since, LocalDate until) {
        if (!has(since, until)) {
            return MovedDay.NEW_TERM_DAYS;
        }
        int half = Math.toIntExact(ChronoUnit.DAYS.between(since, until) / 2);
        return Math.max(half, MovedDay.WORDS_HOLD_DAYS + 1);
    }

    /** The rule in a sentence. */
    public String stated() {
        return ("decided when the contract is closed or nothing is left of it, or goes on in one that replaces it, in its next term where it renews by itself, with a"
                        + " renewal on record or with an end %d days or more later; a term of at most %d days also when its end moves by half of it, or, where no cancellation is on record, when it is not closed %d days after")
                .formatted(MovedDay.NEW_TERM_DAYS, upTo, grace);
    }
}
