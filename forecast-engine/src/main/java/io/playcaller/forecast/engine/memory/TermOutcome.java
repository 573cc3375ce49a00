package io.playcaller.forecast.engine.memory;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What became of a term, as it is on record. The register keeps the present end of a contract alone: where a renewal is written as a later
 * end, or not at all, this is all that tells its day and its amounts.
 */
public record TermOutcome(Due due, RenewalOutcome outcome) {

    /**
     * Whether {@code contract} was renewed at the end of this term without a movement that says so: it went on under its own number, and no
     * renewal on record is nearer than half of the term, or half a year where that is less.
     *
     * @param gapDays what ends within so many days of the renewal ended with it
     */
    public boolean isUnwritten(ContractPostings contract, int gapDays) {
        ContractRecord told = contract.contract();
        LocalDate on = due.renewalOn();
        long near = near(told);
        return told.contractId().equals(due.contractId())
                && outcome.began()
                && outcome.renewed()
                && contract.arrOn(on) > 0
                && contract.arrOn(on.plusDays(Math.min(gapDays, near))) > 0
                && told.movements().stream()
                        .filter(movement -> movement.kind() == MovementKind.RENEWAL)
                        .noneMatch(movement -> Math.abs(ChronoUnit.DAYS.between(on, movement.on())) < near);
    }

    /**
     * The day on which it began: with the renewal before it; half a year before its end where nothing earlier is known.
     *
     * @param known the day on which its contract began, or was last renewed before, as far as the register tells
     */
    public LocalDate since(LocalDate known) {
        LocalDate on = due.renewalOn();
        LocalDate remembered = due.since();
        LocalDate since = remembered == null ? known : remembered;
        return since.isBefore(on) ? since : on.minusDays(MovedDay.NEW_TERM_DAYS);
    }

    private long near(ContractRecord told) {
        long half = ChronoUnit.DAYS.between(since(told.startsOn()), due.renewalOn()) / 2;
        return Math.min(Math.max(half, MovedDay.WORDS_HOLD_DAYS + 1), MovedDay.NEW_TERM_DAYS);
    }
}
