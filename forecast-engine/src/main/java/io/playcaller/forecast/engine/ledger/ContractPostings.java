package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The postings of one contract. Rules, in this order:
 *
 * <ol>
 *   <li>A contract that {@link ContractChecks} refuse has no postings.
 *   <li>Without movements it is new at the start of each line with the line's ARR, and follows its ramp, or what was used
 *       ({@link io.playcaller.contracts.register.UsageArr}). A line that ends before its contract, and before another line of it, ends on
 *       its own day ({@link LineDays}); one that starts when a closed contract is over never began.
 *   <li>Movements count by their date, once per id; what names no line is spread over the lines in proportion to what
 *       they are worth then (largest remainder). Of a gain with seats, what the seats do not make is price.
 *   <li>A contract that another one replaces ends where that one starts, if it did not end before; its later movements are left out.
 *   <li>A closed contract ends on {@link ContractRecord#overOn}: what is left then goes to zero, whatever was or was not written
 *       down. A renewal under a new number starts there, and the ledger joins the two.
 *   <li>A balance below zero refuses the contract.
 * </ol>
 *
 * @param replacedOn the day from which another contract stands in its place; null for none before its end
 * @param predecessor the contract that it goes on from; null where it says none that it can go on from
 * @param postings in order of date
 */
public record ContractPostings(
        ContractRecord contract,
        @Nullable LocalDate replacedOn,
        @Nullable String predecessor,
        List<Posting> postings,
        List<LedgerProblem> problems) {

    /** Reads {@code contract} as if there was no other. */
    public static ContractPostings alone(ContractRecord contract) {
        return of(contract, null, null);
    }

    /**
     * Reads the contracts of one customer as the ledger does, in order of their ids: each knows which of the others stands in its place.
     * What is asked of a contract that another may replace is asked of these.
     *
     * @param contracts of an account, and of those that are merged with it
     */
    public static List<ContractPostings> of(Collection<ContractRecord> contracts) {
        return CustomerContracts.ofOne(contracts).postings();
    }

    static ContractPostings of(ContractRecord contract, @Nullable LocalDate replacedOn, @Nullable String predecessor) {
        List<LedgerProblem> problems = new ArrayList<>(ContractChecks.of(contract));
        LateMovements.of(contract, replacedOn).ifPresent(problems::add);
        if (problems.stream().anyMatch(problem -> problem.treatment() == Treatment.REFUSED)) {
            return new ContractPostings(contract, replacedOn, predecessor, List.of(), List.copyOf(problems));
        }
        LineBalances balances = new LineBalances(contract);
        ContractChanges.of(contract).stream()
                .filter(change -> replacedOn == null || change.on().isBefore(replacedOn))
                .forEach(balances::apply);
        Optional<LocalDate> negativeOn = balances.negativeOn();
        if (negativeOn.isPresent()) {
            String detail = "the movements make its ARR negative on " + negativeOn.get();
            problems.add(ContractChecks.refused(contract, Code.BALANCE_NEGATIVE, detail));
            return new ContractPostings(contract, replacedOn, predecessor, List.of(), List.copyOf(problems));
        }
        LinesAgainstMovements.of(contract, balances).ifPresent(problems::add);
        LocalDate end = replacedOn == null ? contract.overOn() : replacedOn;
        if (end != null) {
            balances.clear(end);
        }
        return new ContractPostings(contract, replacedOn, predecessor, balances.postings(), List.copyOf(problems));
    }

    /** ARR in minor units on {@code day}: what is posted up to it. */
    public long arrOn(LocalDate day) {
        long sum = 0;
        for (Posting posting : postings) {
            if (!posting.on().isAfter(day)) {
                sum = Math.addExact(sum, posting.minor());
            }
        }
        return sum;
    }

    /** ARR of one line on {@code day}. */
    long arrOn(String lineId, LocalDate day) {
        long sum = 0;
        for (Posting posting : postings) {
            if (posting.lineId().equals(lineId) && !posting.on().isAfter(day)) {
                sum = Math.addExact(sum, posting.minor());
            }
        }
        return sum;
    }

    /**
     * Of what was let go before {@code day}, the day from which on nothing was left; {@code day} itself where something was, or nothing
     * ever had been.
     */
    public LocalDate goneBy(LocalDate day) {
        LocalDate eve = day.minusDays(1);
        return arrOn(eve) != 0
                ? day
                : postings.stream()
                        .map(Posting::on)
                        .filter(on -> !on.isAfter(eve))
                        .max(Comparator.naturalOrder())
                        .orElse(day);
    }

    /** Whether it says that it goes on from {@code other}, and can. */
    public boolean follows(ContractPostings other) {
        return other.contract().contractId().equals(predecessor);
    }

    /** False when it is in no figure. */
    public boolean usable() {
        return problems.stream().noneMatch(problem -> problem.treatment() == Treatment.REFUSED);
    }
}
