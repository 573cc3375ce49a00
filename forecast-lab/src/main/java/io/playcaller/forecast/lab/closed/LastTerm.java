package io.playcaller.forecast.lab.closed;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.ContractTerm;
import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The term that a contract ended with.
 *
 * @param over the first day that is no longer paid for
 * @param gapDays what ends so soon after a renewal ended with it
 */
record LastTerm(ContractRecord contract, LocalDate over, int gapDays) {

    static LastTerm of(ContractPostings contract, int gapDays) {
        return new LastTerm(contract.contract(), overOn(contract), gapDays);
    }

    /** Its renewal date; of one that ran on, the day on which it was closed or replaced, where that was later. */
    static LocalDate overOn(ContractPostings contract) {
        ContractRecord told = contract.contract();
        LocalDate replacedOn = contract.replacedOn();
        LocalDate over = told.runsOn() && replacedOn != null ? replacedOn : told.overOn();
        return over != null && over.isAfter(told.endsOn()) ? over : told.endsOn();
    }

    /**
     * The term as it stood ahead: of a contract that ran on, the one in which it was over, however long before its end, or the one before where
     * that was just renewed; until the day on which it was over where no next term follows by itself.
     *
     * @param since the last renewal on record, else the start of the contract
     */
    ContractTerm since(LocalDate since) {
        ContractTerm last = contract.termOn(over.minusDays(1));
        if (since.isBefore(last.startsOn()) && isSoonAfter(last.startsOn())) {
            last = contract.termOn(last.startsOn().minusDays(1));
        }
        LocalDate until = since.isBefore(last.endsOn()) && isSoonAfter(last.endsOn()) ? last.endsOn() : over;
        return new ContractTerm(since.isAfter(last.startsOn()) ? since : last.startsOn(), until);
    }

    /** Whether it was over so soon after {@code renewal} that it was not renewed then: by half a term, a fortnight at least. */
    private boolean isSoonAfter(LocalDate renewal) {
        ContractTerm ended = contract.termOn(renewal.minusDays(1));
        long half = ChronoUnit.DAYS.between(ended.startsOn(), ended.endsOn()) / 2;
        long days = Math.min(gapDays, Math.max(half, MovedDay.WORDS_HOLD_DAYS + 1));
        return !over.isAfter(renewal.plusDays(days));
    }
}
