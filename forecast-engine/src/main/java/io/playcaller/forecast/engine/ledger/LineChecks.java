package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is doubtful about lines whose days are others than those of their contract. */
final class LineChecks {

    private LineChecks() {}

    /** The lines of a closed contract that start when it is over: they never began. */
    static Optional<LedgerProblem> afterEnd(ContractRecord contract) {
        if (contract.closedOn() == null) {
            return Optional.empty();
        }
        List<ContractLine> lines = contract.lines().stream()
                .filter(line -> ContractChanges.byItself(line, contract))
                .filter(line -> !line.startsOn().isBefore(contract.endsOn()))
                .toList();
        String detail = named(lines, "starts on", ContractLine::startsOn) + "; the contract ended on "
                + contract.endsOn() + ", it is left out";
        Money arr = ContractChecks.stated(contract, lines);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LedgerProblem(contract.contractId(), Code.LINE_AFTER_END, Treatment.REPAIRED, detail, arr));
    }

    private static String named(List<ContractLine> lines, String what, Function<ContractLine, LocalDate> day) {
        return lines.stream()
                .map(line -> "line %s %s %s".formatted(line.lineId(), what, day.apply(line)))
                .collect(Collectors.joining(", "));
    }
}
