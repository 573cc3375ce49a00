package io.playcaller.health.engine.profile;

import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.Days;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The term of a contract that runs on a day. One that renews by itself runs on by terms of the same length: in whole months
 * where the first was, otherwise in days. A month from the 31st of January is over on the last day of February, and the next
 * one on the 31st of March.
 *
 * @param startDay first day
 * @param endDay first day of the next one; {@link Long#MAX_VALUE} of what has no end
 */
public record Term(long startDay, long endDay) {

    public static Term of(Contract contract, long day) {
        Term first = new Term(contract.startDay(), contract.endDay());
        boolean rolls = contract.runsOn() && day >= first.endDay && first.startDay < first.endDay;
        return rolls ? first.after(day) : first;
    }

    /** Whether there is a day on which it ends. */
    boolean ends() {
        return endDay != Long.MAX_VALUE;
    }

    /** The one of its length that follows it. */
    Term next() {
        return startDay < endDay && ends() ? after(endDay) : this;
    }

    private Term after(long day) {
        LocalDate start = Days.date(startDay);
        long months = ChronoUnit.MONTHS.between(
                start.withDayOfMonth(1), Days.date(endDay).withDayOfMonth(1));
        boolean whole = months > 0 && start.plusMonths(months).toEpochDay() == endDay;
        return whole ? months(start, months, day) : days(day);
    }

    private static Term months(LocalDate start, long months, long day) {
        long terms = ChronoUnit.MONTHS.between(start, Days.date(day)) / months;
        while (start.plusMonths((terms + 1) * months).toEpochDay() <= day) {
            terms++;
        }
        return new Term(
                start.plusMonths(terms * months).toEpochDay(),
                start.plusMonths((terms + 1) * months).toEpochDay());
    }

    private Term days(long day) {
        long length = endDay - startDay;
        long begins = startDay + (day - startDay) / length * length;
        return new Term(begins, begins + length);
    }
}
