package io.playcaller.router.play;

import io.playcaller.router.calendar.BusinessTime;
import org.jspecify.annotations.Nullable;

/**
 * When a step is due, as soon as what it needs is over. At most one of these is stated; none means at once.
 *
 * @param after business time since what it needs was over, since the start of the run where it needs nothing; by the standard
 *     calendar
 * @param daysAfter the same in days of the calendar
 * @param daysBefore days before the date of the run
 */
public record StepStart(
        @Nullable BusinessTime after,
        @Nullable Integer daysAfter,
        @Nullable Integer daysBefore) {

    public static final StepStart AT_ONCE = new StepStart(null, null, null);

    public static StepStart after(BusinessTime amount) {
        return new StepStart(amount, null, null);
    }

    public static StepStart daysAfter(int days) {
        return new StepStart(null, days, null);
    }

    public static StepStart daysBefore(int days) {
        return new StepStart(null, null, days);
    }

    /** Whether a step may be the first of a run by its time. */
    public boolean opensRun() {
        return equals(AT_ONCE) || countsFromDate();
    }

    /** Whether it counts from the date of the run. */
    public boolean countsFromDate() {
        return daysBefore != null;
    }
}
