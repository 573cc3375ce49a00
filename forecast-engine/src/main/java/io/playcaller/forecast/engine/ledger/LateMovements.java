package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Movements of a contract from a time when it was over. */
final class LateMovements {

    private LateMovements() {}

    /** @param replacedOn the day from which another contract stands in its place; null for none before its end */
    static Optional<LedgerProblem> of(ContractRecord contract, @Nullable LocalDate replacedOn) {
        LocalDate overOn = contract.overOn();
        if (replacedOn != null) {
            return replaced(contract, replacedOn);
        }
        return overOn == null ? Optional.empty() : ended(contract, overOn);
    }

    /** What came after the end of a closed contract counts, and the contract then ends on the day of the last of it. */
    private static Optional<LedgerProblem> ended(ContractRecord contract, LocalDate overOn) {
        return listed(
                contract,
                movement -> movement.on().isAfter(overOn),
                "the contract ended on " + overOn + "; it ends on the day of its last movement");
    }

    /** What came when another contract stood in its place is left out. That it is gone is no news then. */
    private static Optional<LedgerProblem> replaced(ContractRecord contract, LocalDate replacedOn) {
        return listed(
                contract,
                movement -> !movement.on().isBefore(replacedOn) && movement.kind() != MovementKind.CHURN,
                "another contract stands in its place from " + replacedOn + " on; left out: say it of that one");
    }

    private static Optional<LedgerProblem> listed(
            ContractRecord contract, Predicate<ContractMovement> late, String what) {
        Set<String> seen = new HashSet<>();
        List<ContractMovement> movements = contract.movements().stream()
                .filter(late)
                .filter(movement -> movement.delta().minor() != 0)
                .filter(movement -> seen.add(movement.movementId()))
                .toList();
        String which = movements.stream()
                .map(movement -> "movement %s on %s".formatted(movement.movementId(), movement.on()))
                .collect(Collectors.joining(", "));
        return movements.isEmpty()
                ? Optional.empty()
                : Optional.of(new LedgerProblem(
                        contract.contractId(),
                        Code.MOVEMENT_AFTER_END,
                        Treatment.REPAIRED,
                        which + ": " + what,
                        AtStake.of(movements, contract)));
    }
}
