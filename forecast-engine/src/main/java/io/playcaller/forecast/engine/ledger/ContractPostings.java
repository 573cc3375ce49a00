package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The postings of one contract. Rules, in this order:
 *
 * <ol>
 *   <li>A contract that {@link ContractChecks} refuse has no postings.
 *   <li>Without movements it is new at the start of each line with the line's ARR.
 *   <li>Movements count by their date, once per id; what names no line is spread over the lines in proportion to what
 *       they are worth then (largest remainder).
 *   <li>A closed contract ends on {@code endsOn}: what is left then goes to zero, whatever was or was not written down.
 *       A renewal under a new number starts there, and the ledger joins the two.
 *   <li>A balance below zero refuses the contract.
 * </ol>
 *
 * @param postings in order of date
 */
public record ContractPostings(ContractRecord contract, List<Posting> postings, List<LedgerProblem> problems) {

    /** Reads {@code contract} under the rules above. */
    public static ContractPostings of(ContractRecord contract) {
        List<LedgerProblem> problems = new ArrayList<>(ContractChecks.of(contract));
        if (problems.stream().anyMatch(problem -> problem.treatment() == Treatment.REFUSED)) {
            return new ContractPostings(contract, List.of(), List.copyOf(problems));
        }
        LineBalances balances = new LineBalances(contract);
        movementsOf(contract).forEach(balances::apply);
        ContractChecks.linesAgainst(balances.total(), contract).ifPresent(problems::add);
        if (contract.closedOn() != null) {
            balances.clear(contract.endsOn());
        }
        Optional<LocalDate> negativeOn = balances.negativeOn();
        if (negativeOn.isPresent()) {
            String detail = "the movements make its ARR negative on " + negativeOn.get();
            problems.add(ContractChecks.refused(contract, Code.BALANCE_NEGATIVE, detail));
            return new ContractPostings(contract, List.of(), List.copyOf(problems));
        }
        return new ContractPostings(contract, balances.postings(), List.copyOf(problems));
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

    /** False when it is in no figure. */
    public boolean usable() {
        return problems.stream().noneMatch(problem -> problem.treatment() == Treatment.REFUSED);
    }

    private static List<ContractMovement> movementsOf(ContractRecord contract) {
        if (contract.movements().isEmpty()) {
            return contract.lines().stream()
                    .map(line -> new ContractMovement(
                            line.lineId(), MovementKind.NEW, line.startsOn(), line.arr(), line.lineId(), null))
                    .sorted(Comparator.comparing(ContractMovement::on))
                    .toList();
        }
        Set<String> seen = new HashSet<>();
        return contract.movements().stream()
                .filter(movement -> seen.add(movement.movementId()))
                .sorted(Comparator.comparing(ContractMovement::on))
                .toList();
    }
}
