package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a contract by itself. */
final class ContractChecks {

    /** Minor units: ten million million euros. Sums of thousands of them do not overflow. */
    static final long LARGEST = 1_000_000_000_000_000L;

    private ContractChecks() {}

    static List<LedgerProblem> of(ContractRecord contract) {
        List<LedgerProblem> problems = new ArrayList<>();
        dates(contract, problems);
        amounts(contract, problems);
        duplicates(contract, problems);
        LineChecks.afterEnd(contract).ifPresent(problems::add);
        return problems;
    }

    /** It should have ended and nobody said how: it goes on counting until somebody does. */
    static Optional<LedgerProblem> outcomeMissing(ContractPostings contract, LocalDate today) {
        ContractRecord told = contract.contract();
        long arr = contract.arrOn(today);
        LocalDate endsOn = told.termOn(today).endsOn();
        if (told.closedOn() != null || told.neverEnds() || endsOn.isAfter(today) || arr == 0) {
            return Optional.empty();
        }
        String detail = "ended on " + endsOn + " without an outcome";
        return Optional.of(new LedgerProblem(
                told.contractId(), Code.OUTCOME_MISSING, Treatment.COUNTED, detail, new Money(arr, currencyOf(told))));
    }

    static LedgerProblem refused(ContractRecord contract, Code code, String detail) {
        return problem(contract, code, Treatment.REFUSED, detail);
    }

    /** With all its ARR at stake. */
    static LedgerProblem problem(ContractRecord contract, Code code, Treatment treatment, String detail) {
        return new LedgerProblem(contract.contractId(), code, treatment, detail, AtStake.of(contract));
    }

    /** The currency of its first amount; a contract without amounts is worth nothing in no currency ({@code XXX}). */
    static String currencyOf(ContractRecord contract) {
        return amounts(contract).map(Money::currency).findFirst().orElse("XXX");
    }

    private static void dates(ContractRecord contract, List<LedgerProblem> problems) {
        if (!contract.endsOn().isAfter(contract.startsOn())) {
            String detail = "ends on " + contract.endsOn() + ", starts on " + contract.startsOn();
            problems.add(refused(contract, Code.ENDS_BEFORE_START, detail));
        }
        LocalDate closedOn = contract.closedOn();
        if (closedOn != null && closedOn.isBefore(contract.startsOn())) {
            String detail = "closed on " + closedOn + ", starts on " + contract.startsOn();
            problems.add(refused(contract, Code.OUTCOME_BEFORE_START, detail));
        }
    }

    private static void amounts(ContractRecord contract, List<LedgerProblem> problems) {
        if (contract.lines().isEmpty() && contract.movements().isEmpty()) {
            problems.add(refused(contract, Code.AMOUNTS_MISSING, "neither lines nor movements say what it is worth"));
        }
        amounts(contract)
                .filter(amount -> amount.minor() > LARGEST || amount.minor() < -LARGEST)
                .findFirst()
                .ifPresent(amount -> problems.add(refused(
                        contract,
                        Code.AMOUNT_TOO_LARGE,
                        "an amount of " + amount.minor() + " minor units, more than " + LARGEST)));
        List<String> currencies =
                amounts(contract).map(Money::currency).distinct().sorted().toList();
        if (currencies.size() > 1) {
            String each = currencies.stream()
                    .map(currency -> AtStake.in(currency, contract))
                    .map(money -> money.currency() + " " + money.minor())
                    .collect(Collectors.joining(", "));
            problems.add(refused(contract, Code.CURRENCIES_MIXED, "amounts in " + each + " minor units"));
        }
        contract.lines().stream()
                .filter(line -> amounts(line).anyMatch(amount -> amount.minor() < 0))
                .findFirst()
                .ifPresent(line -> problems.add(refused(
                        contract,
                        Code.AMOUNT_NEGATIVE,
                        "line " + line.lineId() + " has an amount of "
                                + amounts(line).mapToLong(Money::minor).min().orElse(0))));
        contract.movements().stream()
                .filter(ContractChecks::wrongSign)
                .findFirst()
                .ifPresent(movement -> problems.add(refused(
                        contract,
                        Code.MOVEMENT_SIGN,
                        "movement " + movement.movementId() + " of "
                                + movement.delta().minor() + " cannot be a "
                                + movement.kind().name().toLowerCase(Locale.ROOT))));
    }

    private static void duplicates(ContractRecord contract, List<LedgerProblem> problems) {
        repeated(contract.lines().stream().map(ContractLine::lineId))
                .ifPresent(line -> problems.add(refused(contract, Code.LINE_DUPLICATE, "line " + line + " twice")));
        Set<String> seen = new HashSet<>();
        List<ContractMovement> again = contract.movements().stream()
                .filter(movement -> !seen.add(movement.movementId()))
                .toList();
        if (!again.isEmpty()) {
            problems.add(new LedgerProblem(
                    contract.contractId(),
                    Code.MOVEMENT_DUPLICATE,
                    Treatment.REPAIRED,
                    named(again) + " twice; it counts once",
                    AtStake.of(again, contract)));
        }
    }

    private static String named(List<ContractMovement> movements) {
        return movements.stream()
                .map(ContractMovement::movementId)
                .distinct()
                .map(movement -> "movement " + movement)
                .collect(Collectors.joining(", "));
    }

    private static boolean wrongSign(ContractMovement movement) {
        long delta = movement.delta().minor();
        return switch (movement.kind()) {
            case NEW, EXPANSION, UPLIFT, REACTIVATION -> delta < 0;
            case CONTRACTION, CHURN -> delta > 0;
            case RENEWAL, UNKNOWN -> false;
        };
    }

    private static Optional<String> repeated(Stream<String> ids) {
        Set<String> seen = new HashSet<>();
        return ids.filter(id -> !seen.add(id)).findFirst();
    }

    private static Stream<Money> amounts(ContractRecord contract) {
        return Stream.concat(
                contract.lines().stream().flatMap(ContractChecks::amounts),
                contract.movements().stream().map(ContractMovement::delta));
    }

    private static Stream<Money> amounts(ContractLine line) {
        return Stream.of(
                        Stream.of(line.arr()),
                        dated(line.ramp()),
                        dated(line.usage()),
                        Stream.ofNullable(line.oneTime()))
                .flatMap(amounts -> amounts);
    }

    private static Stream<Money> dated(@Nullable List<DatedAmount> amounts) {
        return Stream.ofNullable(amounts).flatMap(List::stream).map(DatedAmount::amount);
    }
}
