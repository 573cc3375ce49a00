package io.playcaller.contracts.register;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A term of a contract.
 *
 * @param startsOn first day
 * @param endsOn first day of the next one
 */
public record ContractTerm(LocalDate startsOn, LocalDate endsOn) {

    /**
     * The term of {@code day} where terms follow this one by themselves; this one for each day before its end. They are as long as this one: in
     * whole months where it is, otherwise in days; after one of more than a year they are years. A month from the 31st of January is over on the
     * last day of February, and the next one on the 31st of March.
     */
    public ContractTerm on(LocalDate day) {
        if (day.isBefore(endsOn) || !startsOn.isBefore(endsOn)) {
            return this;
        }
        if (endsOn.isAfter(startsOn.plusYears(1))) {
            return new ContractTerm(endsOn, endsOn.plusYears(1)).on(day);
        }
        long months = ChronoUnit.MONTHS.between(startsOn.withDayOfMonth(1), endsOn.withDayOfMonth(1));
        boolean whole = months > 0 && startsOn.plusMonths(months).equals(endsOn);
        return whole ? months(months, day) : days(day);
    }

    private ContractTerm months(long months, LocalDate day) {
        long terms = ChronoUnit.MONTHS.between(startsOn, day) / months;
        while (!startsOn.plusMonths((terms + 1) * months).isAfter(day)) {
            terms++;
        }
        return new ContractTerm(startsOn.plusMonths(terms * months), startsOn.plusMonths((terms + 1) * months));
    }

    private ContractTerm days(LocalDate day) {
        long length = ChronoUnit.DAYS.between(startsOn, endsOn);
        LocalDate begins = startsOn.plusDays(ChronoUnit.DAYS.between(startsOn, day) / length * length);
        return new ContractTerm(begins, begins.plusDays(length));
    }
}
