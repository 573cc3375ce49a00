package io.playcaller.forecast.engine.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** A span of the calendar in which a cohort begins, and by which its age is counted. */
public enum CohortStep {
    QUARTER("quarter", 3),
    YEAR("year", 12);

    private final String key;
    private final int months;

    CohortStep(String key, int months) {
        this.key = key;
        this.months = months;
    }

    /** The word in a question and beside figures. */
    public String key() {
        return key;
    }

    /** The step of a word; empty when there is none. */
    public static Optional<CohortStep> of(String key) {
        return Arrays.stream(values()).filter(step -> step.key.equals(key)).findFirst();
    }

    /** The step that a day lies in. */
    public Period of(LocalDate day) {
        LocalDate first =
                this == YEAR ? day.withDayOfYear(1) : Period.quarterOf(day).from();
        return new Period(first, after(first, 1));
    }

    /** The day so many steps after another. */
    public LocalDate after(LocalDate day, int steps) {
        return day.plusMonths((long) months * steps);
    }
}
