package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is doubtful about lines whose days are others than those of their contract, or whose use nobody tells any more. */
final class LineChecks {

    /** So many days it is listed that a line ended by itself: who renewed it has noticed by then. */
    private static final int LISTED_DAYS = 90;

    /** So many days after a month its use is billed and told. */
    private static final int BILLED_WITHIN_DAYS = 45;

    private LineChecks() {}

    /** The lines of a closed contract that start when it is over: they never began. */
    static Optional<LedgerProblem> afterEnd(ContractRecord contract) {
        LocalDate overOn = contract.overOn();
        if (overOn == null) {
            return Optional.empty();
        }
        List<ContractLine> lines = contract.lines().stream()
                .filter(line -> ContractChanges.byItself(line, contract))
                .filter(line -> !line.startsOn().isBefore(overOn))
                .toList();
        String detail = named(lines, "starts on", ContractLine::startsOn) + "; the contract ended on " + overOn
                + ", it is left out";
        Money arr = AtStake.stated(contract, lines);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LedgerProblem(contract.contractId(), Code.LINE_AFTER_END, Treatment.REPAIRED, detail, arr));
    }

    /** Of a contract that goes on: the lines that ended, those that count though their end has passed, and those by an old use. */
    static Stream<LedgerProblem> of(ContractPostings contract, LocalDate today) {
        return contract.contract().closedOn() != null || contract.replacedOn() != null
                ? Stream.empty()
                : Stream.of(ended(contract, today), passed(contract, today), untold(contract, today))
                        .flatMap(problems -> problems);
    }

    private static Stream<LedgerProblem> ended(ContractPostings contract, LocalDate today) {
        ContractRecord told = contract.contract();
        ToLongFunction<ContractLine> worth =
                line -> contract.arrOn(line.lineId(), line.endsOn().minusDays(1));
        List<ContractLine> lines = told.lines().stream()
                .filter(line -> ContractChanges.byItself(line, told) && LineDays.endsByItself(line, told))
                .filter(line -> !line.endsOn().isAfter(today)
                        && today.isBefore(line.endsOn().plusDays(LISTED_DAYS)))
                .filter(line -> told.lines().stream().noneMatch(other -> goesOnFrom(line, other)))
                .filter(line -> worth.applyAsLong(line) > 0)
                .toList();
        String detail = named(lines, "ended on", ContractLine::endsOn)
                + ", before the contract; lost from then on: prolong what was renewed";
        return counted(told, Code.LINE_ENDED, lines, detail, worth);
    }

    private static Stream<LedgerProblem> passed(ContractPostings contract, LocalDate today) {
        ContractRecord told = contract.contract();
        ToLongFunction<ContractLine> worth = line -> contract.arrOn(line.lineId(), today);
        List<ContractLine> lines = told.lines().stream()
                .filter(line ->
                        LineDays.endsBefore(line, told) && !line.endsOn().isAfter(today))
                .filter(line -> told.termOn(today).endsOn().isAfter(today))
                .filter(line -> worth.applyAsLong(line) > 0)
                .toList();
        String detail = named(lines, "should have ended on", ContractLine::endsOn)
                + ", before the contract; it goes on with the contract until somebody says what became of it";
        return counted(told, Code.LINE_END_PASSED, lines, detail, worth);
    }

    private static Stream<LedgerProblem> untold(ContractPostings contract, LocalDate today) {
        ContractRecord told = contract.contract();
        ToLongFunction<ContractLine> beyondCommitment =
                line -> contract.arrOn(line.lineId(), today) - line.arr().minor();
        List<ContractLine> lines = told.lines().stream()
                .filter(line -> ContractChanges.byItself(line, told))
                .filter(line -> usedUntil(line)
                        .filter(until -> until.plusDays(BILLED_WITHIN_DAYS).isBefore(today))
                        .isPresent())
                .filter(line -> beyondCommitment.applyAsLong(line) > 0)
                .toList();
        String detail =
                named(lines, "has no use told since", line -> usedUntil(line).orElse(today))
                        + "; it counts by what was used before";
        return counted(told, Code.USAGE_OLD, lines, detail, beyondCommitment);
    }

    /** The first day after the last month whose use was told; empty where none was. */
    private static Optional<LocalDate> usedUntil(ContractLine line) {
        return Stream.ofNullable(line.usage())
                .flatMap(List::stream)
                .map(month -> month.on().plusMonths(1))
                .max(Comparator.naturalOrder());
    }

    /** Whether the other one is of the same product and starts when {@code line} is over: it says what became of it. */
    private static boolean goesOnFrom(ContractLine line, ContractLine other) {
        return other.productId().equals(line.productId()) && !other.startsOn().isBefore(line.endsOn());
    }

    private static String named(List<ContractLine> lines, String what, Function<ContractLine, LocalDate> day) {
        return lines.stream()
                .map(line -> "line %s %s %s".formatted(line.lineId(), what, day.apply(line)))
                .collect(Collectors.joining(", "));
    }

    private static Stream<LedgerProblem> counted(
            ContractRecord contract,
            Code code,
            List<ContractLine> lines,
            String detail,
            ToLongFunction<ContractLine> worth) {
        if (lines.isEmpty()) {
            return Stream.empty();
        }
        long sum = lines.stream().mapToLong(worth).reduce(0, Math::addExact);
        Money atStake = new Money(sum, ContractChecks.currencyOf(contract));
        return Stream.of(new LedgerProblem(contract.contractId(), code, Treatment.COUNTED, detail, atStake));
    }
}
