package io.playcaller.forecast.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerAlgebraTest {

    private static final LocalDate DAY_0 = LocalDate.of(2024, 1, 1);

    @Property(tries = 300)
    void aBridgeReconcilesWithTheLedgerToTheCent(
            @ForAll("companies") List<ContractRecord> contracts, @ForAll("days") int from, @ForAll("days") int length) {
        ContractLedger ledger = ContractLedger.of(contracts);
        LocalDate start = DAY_0.plusDays(from);
        LocalDate until = start.plusDays(length);

        for (Grain grain : Grain.values()) {
            // A gap of 0 days closes nothing, so that the bridge and the plain sums must agree.
            RetentionDefinition definition = new RetentionDefinition(grain, CurrencyRule.EACH_BY_ITSELF, 0);
            Map<String, RetentionBridge> bridges = ledger.bridge(start, until, definition);

            assertThat(sum(bridges, true)).isEqualTo(arr(ledger, start.minusDays(1)));
            assertThat(sum(bridges, false)).isEqualTo(arr(ledger, until.minusDays(1)));
        }
    }

    @Property(tries = 300)
    void grossRetentionNeverExceedsOneAndNetIsGrossAndExpansion(
            @ForAll("companies") List<ContractRecord> contracts,
            @ForAll("days") int from,
            @ForAll("days") int length,
            @ForAll Grain grain) {
        LocalDate start = DAY_0.plusDays(from);
        ContractLedger ledger = ContractLedger.of(contracts);

        ledger.bridge(
                        start,
                        start.plusDays(length),
                        RetentionDefinition.defaults().at(grain))
                .values()
                .forEach(bridge -> {
                    assertThat(List.of(
                                    bridge.churn(),
                                    bridge.contraction(),
                                    bridge.expansion(),
                                    bridge.newBusiness(),
                                    bridge.reactivated(),
                                    bridge.retained()))
                            .allMatch(amount -> amount >= 0);
                    bridge.grr().ifPresent(grr -> {
                        assertThat(grr).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
                        double expansion = (double) bridge.expansion() / bridge.start();
                        assertThat(bridge.nrr().orElseThrow().subtract(grr).doubleValue() - expansion)
                                .isBetween(-1e-6, 1e-6);
                    });
                });
    }

    @Property(tries = 200)
    void aCoarserGrainNeverRetainsLess(@ForAll("companies") List<ContractRecord> contracts, @ForAll("days") int from) {
        ContractLedger ledger = ContractLedger.of(contracts);
        LocalDate start = DAY_0.plusDays(from);
        RetentionDefinition byLine = new RetentionDefinition(Grain.LINE, CurrencyRule.EACH_BY_ITSELF, 0);

        Map<String, RetentionBridge> fine = ledger.bridge(start, start.plusDays(90), byLine);
        Map<String, RetentionBridge> coarse = ledger.bridge(start, start.plusDays(90), byLine.at(Grain.ACCOUNT));

        fine.forEach((currency, bridge) ->
                assertThat(coarse.get(currency).retained()).isGreaterThanOrEqualTo(bridge.retained()));
    }

    @Property(tries = 300)
    void withoutMovementsTheLedgerIsThePlainSumOfTheLinesThatRun(
            @ForAll("companies") List<ContractRecord> contracts, @ForAll("days") int after) {
        LocalDate day = DAY_0.plusDays(after);
        List<ContractRecord> told = contracts.stream()
                .filter(contract -> contract.movements().isEmpty())
                .toList();
        Map<String, Long> sums = new TreeMap<>();
        told.forEach(contract -> contract.lines().stream()
                .filter(line -> runs(line, contract, day))
                .forEach(line -> sums.merge(line.arr().currency(), line.arr().minor(), Long::sum)));
        sums.values().removeIf(sum -> sum == 0);

        assertThat(arr(ContractLedger.of(told), day)).isEqualTo(sums);
    }

    /** As one would say it of a drawing: a line ends with its contract, or earlier while others go on. */
    private static boolean runs(ContractLine line, ContractRecord contract, LocalDate day) {
        LocalDate last = contract.lines().stream()
                .map(ContractLine::endsOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        boolean early =
                line.endsOn().isBefore(contract.endsOn()) && line.endsOn().isBefore(last);
        boolean ended = early && !contract.autoRenew() && !day.isBefore(line.endsOn());
        boolean over = contract.closedOn() != null && !day.isBefore(contract.endsOn());
        return !line.startsOn().isAfter(day) && !ended && !over;
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(1, 900);
    }

    @Provide
    Arbitrary<List<ContractRecord>> companies() {
        return contract().list().ofMaxSize(12).map(LedgerAlgebraTest::numbered);
    }

    /** A line by days after the start of its contract. */
    private record Line(String product, int start, int length, int amount) {}

    /** A contract but for its number. Without deltas it has no movements. */
    private record Draft(
            String account,
            String currency,
            int start,
            int length,
            boolean closed,
            boolean renewsItself,
            List<Line> lines,
            List<Integer> deltas) {

        LocalDate startsOn() {
            return DAY_0.plusDays(start);
        }

        Money money(long minor) {
            return new Money(minor, currency);
        }
    }

    private static Arbitrary<Draft> contract() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of("EUR", "USD"),
                        Arbitraries.integers().between(0, 700),
                        Arbitraries.integers().between(1, 500),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        line().list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(-1_400, 700).list().ofMaxSize(4))
                .as(Draft::new);
    }

    private static Arbitrary<Line> line() {
        return Combinators.combine(
                        Arbitraries.of("core", "plus"),
                        Arbitraries.integers().between(-30, 520),
                        Arbitraries.integers().between(1, 500),
                        Arbitraries.integers().between(0, 1_000))
                .as(Line::new);
    }

    private static List<ContractRecord> numbered(List<Draft> drafts) {
        List<ContractRecord> contracts = new ArrayList<>();
        drafts.forEach(draft -> contracts.add(record("c" + contracts.size(), draft)));
        return contracts;
    }

    private static ContractRecord record(String id, Draft draft) {
        LocalDate startsOn = draft.startsOn();
        LocalDate endsOn = startsOn.plusDays(draft.length());
        return new ContractRecord(
                id,
                draft.account(),
                1,
                startsOn,
                startsOn,
                endsOn,
                draft.renewsItself(),
                0,
                null,
                draft.closed() ? endsOn : null,
                lines(draft),
                movements(draft),
                null);
    }

    /** The first has the days of its contract. */
    private static List<ContractLine> lines(Draft draft) {
        List<ContractLine> lines = new ArrayList<>();
        for (Line line : draft.lines()) {
            boolean first = lines.isEmpty();
            LocalDate from = first ? draft.startsOn() : draft.startsOn().plusDays(line.start());
            LocalDate until = from.plusDays(first ? draft.length() : line.length());
            Money arr = draft.money(line.amount());
            lines.add(new ContractLine("line" + lines.size(), line.product(), arr, null, from, until));
        }
        return lines;
    }

    /** Each delta is of one of the lines or of the contract as a whole; some take away more than there is. */
    private static List<ContractMovement> movements(Draft draft) {
        if (draft.deltas().isEmpty()) {
            return List.of();
        }
        List<ContractMovement> movements = new ArrayList<>();
        Money begins = draft.money(1_000);
        movements.add(new ContractMovement("0", MovementKind.NEW, draft.startsOn(), begins, "line0", null));
        for (int delta : draft.deltas()) {
            MovementKind kind = delta < 0 ? MovementKind.CONTRACTION : MovementKind.EXPANSION;
            LocalDate on = draft.startsOn().plusDays((long) draft.length() * movements.size() / 6);
            int of = Math.floorMod(delta, draft.lines().size() + 1);
            String line = of == draft.lines().size() ? null : "line" + of;
            movements.add(new ContractMovement("" + movements.size(), kind, on, draft.money(delta), line, null));
        }
        return movements;
    }

    private static Map<String, Long> sum(Map<String, RetentionBridge> bridges, boolean start) {
        Map<String, Long> sums = new TreeMap<>();
        bridges.forEach((currency, bridge) -> {
            long amount = start ? bridge.start() : bridge.end();
            if (amount != 0) {
                sums.put(currency, amount);
            }
        });
        return sums;
    }

    private static Map<String, Long> arr(ContractLedger ledger, LocalDate day) {
        Map<String, Long> sums = new TreeMap<>();
        ledger.arrOn(day).forEach((currency, arr) -> {
            if (arr.minor() != 0) {
                sums.put(currency, arr.minor());
            }
        });
        return sums;
    }
}
