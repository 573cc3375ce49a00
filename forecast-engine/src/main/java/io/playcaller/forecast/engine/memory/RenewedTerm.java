package io.playcaller.forecast.engine.memory;

import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * The term of a contract that a renewal ends.
 *
 * @param contract as the ledger reads it among the others of its account
 */
record RenewedTerm(Due due, ContractPostings contract, Deciding by) {

    /** Whether the renewal is decided. */
    boolean isDecided() {
        ContractRecord told = contract.contract();
        boolean over = told.closedOn() != null
                || contract.replacedOn() != null
                || !told.termOn(by.today()).startsOn().isBefore(due.renewalOn());
        if (over || contract.arrOn(due.renewalOn()) == 0) {
            return true;
        }
        int newTerm = by.shortTerms().newTermDays(since(), due.renewalOn());
        long moved = ChronoUnit.DAYS.between(due.renewalOn(), told.endsOn());
        if (moved > 0) {
            return moved >= newTerm || renewedInWriting(newTerm);
        }
        return moved == 0
                && !cancelled()
                && by.shortTerms().has(since(), due.renewalOn())
                && !by.today().isBefore(due.renewalOn().plusDays(by.shortTerms().grace()));
    }

    /** False where nothing was left of the contract any more on the day on which the term before is seen. */
    boolean began() {
        return !isGone()
                || due.previous()
                        .map(before -> new RenewedTerm(before, contract, by))
                        .map(before -> endedOn().isAfter(before.seenOn()))
                        .orElse(true);
    }

    /** Its last day and one: that of the renewal, or the one before on which the contract was let go or replaced. */
    LocalDate endedOn() {
        return contract.goneBy(due.renewalOn());
    }

    /** The day on which it is seen what is left. */
    LocalDate seenOn() {
        return by.seenOn(since(), due.renewalOn(), endedOn());
    }

    private boolean isGone() {
        return contract.arrOn(due.renewalOn().minusDays(1)) == 0;
    }

    /** Whether a cancellation is on record that was declared since it began: what is said of it is that it ends. */
    private boolean cancelled() {
        LocalDate cancelledOn = contract.contract().noticeReceivedOn();
        return cancelledOn != null && !cancelledOn.isBefore(since());
    }

    private boolean renewedInWriting(int within) {
        return renewals().anyMatch(day -> Math.abs(ChronoUnit.DAYS.between(due.renewalOn(), day)) < within);
    }

    /** When it began: by the contract, or with the last renewal before it, of which the register or the forecasts told, where that is later. */
    private LocalDate since() {
        LocalDate latest = due.renewalOn().minusDays(MovedDay.WORDS_HOLD_DAYS);
        return Stream.concat(renewals(), Stream.ofNullable(due.since()))
                .filter(day -> day.isBefore(latest))
                .reduce(
                        contract.contract().termOn(due.renewalOn().minusDays(1)).startsOn(),
                        (one, other) -> one.isAfter(other) ? one : other);
    }

    private Stream<LocalDate> renewals() {
        return contract.contract().movements().stream()
                .filter(movement -> movement.kind() == MovementKind.RENEWAL)
                .map(ContractMovement::on);
    }
}
