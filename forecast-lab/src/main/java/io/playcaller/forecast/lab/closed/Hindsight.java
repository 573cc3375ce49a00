package io.playcaller.forecast.lab.closed;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.contract.AccountHistory;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.contract.PaymentHistory;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.engine.contract.Terms;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.memory.TermOutcome;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger told on a day of the past: whatever is dated later is not known. Health and signals are not in it; what was
 * noted late, or corrected, stands as it is known today.
 *
 * @param terms what became of renewals, as far as it is on record: of a contract whose end was moved, they tell where its terms ended
 */
public record Hindsight(
        Collection<ContractRecord> contracts, Collection<InvoiceChanged> invoices, Collection<TermOutcome> terms) {

    /** One of contracts whose movements tell their renewals. */
    public Hindsight(Collection<ContractRecord> contracts, Collection<InvoiceChanged> invoices) {
        this(contracts, invoices, List.of());
    }

    /**
     * The situation of a contract on {@code day}; empty where it was not in force, not usable, or its end was on record.
     *
     * @param gapDays who is back within so many days never left
     */
    public Optional<ContractSituation> situation(String contractId, LocalDate day, int gapDays) {
        List<ContractRecord> known = contracts.stream()
                .flatMap(contract -> known(contract, day).stream())
                .toList();
        return ContractPostings.of(known).stream()
                .filter(contract -> contract.contract().contractId().equals(contractId))
                .findFirst()
                .flatMap(contract -> terms(contract, day))
                .map(terms -> new ContractSituation(
                        day,
                        terms,
                        AccountHistory.of(known, day, gapDays),
                        payments(day),
                        null,
                        List.of(),
                        RenewalStage.NOT_STARTED));
    }

    private Optional<ContractRecord> known(ContractRecord contract, LocalDate day) {
        List<ContractMovement> movements = contract.movements().stream()
                .filter(movement -> !movement.on().isAfter(day))
                .toList();
        boolean nothingYet = movements.isEmpty() && !contract.movements().isEmpty();
        if (contract.signedOn().isAfter(day) || contract.startsOn().isAfter(day) || nothingYet) {
            return Optional.empty();
        }
        return Optional.of(new ContractRecord(
                contract.contractId(),
                contract.accountId(),
                contract.version(),
                contract.signedOn(),
                contract.startsOn(),
                endOfTerm(contract, day),
                contract.autoRenew(),
                contract.noticeDays(),
                until(contract.noticeReceivedOn(), day),
                until(contract.closedOn(), day),
                contract.lines(),
                movements,
                contract.withdrawn(),
                contract.replaces()));
    }

    private LocalDate endOfTerm(ContractRecord contract, LocalDate day) {
        LocalDate byItself = contract.termOn(day).endsOn();
        Stream<LocalDate> written = contract.movements().stream()
                .filter(movement -> movement.kind() == MovementKind.RENEWAL)
                .map(ContractMovement::on);
        Stream<LocalDate> decided = terms.stream()
                .filter(term -> term.due().contractId().equals(contract.contractId()))
                .map(term -> term.due().renewalOn());
        return Stream.concat(written, decided)
                .filter(on -> on.isAfter(day) && on.isBefore(byItself))
                .min(Comparator.naturalOrder())
                .orElse(contract.endsOn());
    }

    private static @Nullable LocalDate until(@Nullable LocalDate told, LocalDate day) {
        return told == null || told.isAfter(day) ? null : told;
    }

    private static Optional<Terms> terms(ContractPostings postings, LocalDate day) {
        ContractRecord contract = postings.contract();
        long arr = postings.usable() ? postings.arrOn(day) : 0;
        if (contract.closedOn() != null || contract.noticeReceivedOn() != null || arr <= 0) {
            return Optional.empty();
        }
        Money amount = new Money(arr, postings.postings().get(0).currency());
        return Optional.of(Terms.of(contract, day, amount, null));
    }

    private PaymentHistory payments(LocalDate day) {
        return PaymentHistory.of(
                invoices.stream()
                        .filter(invoice -> !invoice.issuedOn().isAfter(day))
                        .map(invoice -> new InvoiceChanged(
                                invoice.accountId(),
                                invoice.invoiceId(),
                                invoice.contractId(),
                                invoice.amount(),
                                invoice.issuedOn(),
                                invoice.dueOn(),
                                until(invoice.paidOn(), day),
                                invoice.version(),
                                invoice.withdrawn()))
                        .toList(),
                day);
    }
}
