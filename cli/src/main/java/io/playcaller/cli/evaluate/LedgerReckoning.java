package io.playcaller.cli.evaluate;

import io.playcaller.cli.Refused;
import io.playcaller.cli.imports.ContractRows;
import io.playcaller.cli.imports.ContractRows.Stated;
import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import io.playcaller.forecast.engine.ledger.LedgerProblem;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionBridge;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ledger of a folder of files, beside a sum of their rows that knows nothing of ledgers.
 *
 * @param quarters from the one of the first row to the last that is over
 */
record LedgerReckoning(
        ContractRows files, RetentionDefinition definition, List<Quarter> quarters, List<LedgerProblem> problems) {

    /**
     * One quarter.
     *
     * @param ledger ARR of the ledger on its last day, minor units
     * @param rows sum of the rows that run on that day and are not refused
     * @param refused sum of the refused rows that run on it
     */
    record Quarter(RetentionBridge bridge, long ledger, long rows, long refused) {

        /** What the bridge counts of lines that are back within the gap, and the plain sum does not. */
        long inGaps() {
            return bridge.end() - ledger;
        }

        long difference() {
            return ledger - rows;
        }
    }

    static LedgerReckoning of(ContractRows files) {
        RetentionDefinition definition = RetentionDefinition.defaults();
        ContractLedger ledger =
                ContractLedger.of(files.rows().stream().map(Stated::contract).toList());
        List<LedgerProblem> problems = ledger.problems(files.until().minusDays(1));
        Set<String> refused = problems.stream()
                .filter(problem -> problem.treatment() == Treatment.REFUSED)
                .map(LedgerProblem::contractId)
                .collect(Collectors.toSet());
        LocalDate first = files.rows().stream()
                .map(Stated::startsOn)
                .min(LocalDate::compareTo)
                .orElseThrow(() -> new Refused("no row of the files can be read as a contract"));
        List<Quarter> quarters = new ArrayList<>();
        Period period = Period.quarterOf(first);
        while (!period.until().isAfter(files.until())) {
            quarters.add(quarter(period, ledger, definition, files, refused));
            period = Period.quarterOf(period.until());
        }
        return new LedgerReckoning(files, definition, quarters, problems);
    }

    private static Quarter quarter(
            Period period,
            ContractLedger ledger,
            RetentionDefinition definition,
            ContractRows files,
            Set<String> refused) {
        RetentionBridge bridge =
                ledger.bridge(period.from(), period.until(), definition).get(files.currency());
        if (bridge == null) {
            throw new Refused("no row of the files is a contract that can be counted");
        }
        LocalDate last = period.until().minusDays(1);
        Money none = Money.zero(files.currency());
        return new Quarter(
                bridge,
                ledger.arrOn(last).getOrDefault(files.currency(), none).minor(),
                sum(files, last, refused, false),
                sum(files, last, refused, true));
    }

    private static long sum(ContractRows files, LocalDate day, Set<String> refused, boolean ofRefused) {
        return files.rows().stream()
                .filter(row ->
                        row.runsOn(day) && refused.contains(row.contract().contractId()) == ofRefused)
                .mapToLong(Stated::arr)
                .reduce(0, Math::addExact);
    }

    /** Whether every quarter's ledger is the sum of its rows. */
    boolean reconciles() {
        return quarters.stream().allMatch(quarter -> quarter.difference() == 0);
    }
}
