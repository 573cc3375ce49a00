package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.util.List;
import java.util.Optional;

/**
 * A contract says one ARR in its lines and another in its movements: the movements count. What changes by itself, by a ramp or by use,
 * is not compared. Lines stay written down when all they were worth was taken away; when nothing was ever posted to them, they are missed.
 */
final class LinesAgainstMovements {

    private LinesAgainstMovements() {}

    /** @param balances what the movements make of the lines, before the end of the contract is looked at */
    static Optional<LedgerProblem> of(ContractRecord contract, LineBalances balances) {
        if (contract.lines().isEmpty() || contract.movements().isEmpty()) {
            return Optional.empty();
        }
        List<String> changing = contract.lines().stream()
                .filter(LinesAgainstMovements::changes)
                .map(ContractLine::lineId)
                .toList();
        boolean apart = changing.isEmpty()
                || contract.movements().stream().map(ContractMovement::lineId).allMatch(line -> line != null);
        List<ContractLine> fixed =
                contract.lines().stream().filter(line -> !changes(line)).toList();
        Money byLines = AtStake.stated(contract, fixed);
        long byMovements = balances.without(apart ? changing : List.of());
        boolean gone = byMovements == 0 && balances.posted(apart ? changing : List.of());
        long missed = Math.subtractExact(byLines.minor(), byMovements);
        if (missed == 0 || gone || (!apart && missed < 0)) {
            return Optional.empty();
        }
        String detail = "lines say %s%d, movements say %d minor units; movements count"
                .formatted(apart ? "" : "at least ", byLines.minor(), byMovements);
        Money atStake = new Money(Math.absExact(missed), byLines.currency());
        return Optional.of(
                new LedgerProblem(contract.contractId(), Code.LINES_DIFFER, Treatment.REPAIRED, detail, atStake));
    }

    private static boolean changes(ContractLine line) {
        return line.ramp() != null || line.usage() != null;
    }
}
