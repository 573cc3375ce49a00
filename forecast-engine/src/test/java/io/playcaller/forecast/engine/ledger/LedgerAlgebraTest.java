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

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(1, 900);
    }

    @Provide
    Arbitrary<List<ContractRecord>> companies() {
        return contract().list().ofMaxSize(12).map(LedgerAlgebraTest::numbered);
    }

    private static Arbitrary<ContractRecord> contract() {
        Arbitrary<String> account = Arbitraries.of("a", "b", "c");
        Arbitrary<String> product = Arbitraries.of("core", "plus");
        Arbitrary<String> currency = Arbitraries.of("EUR", "USD");
        Arbitrary<Integer> start = Arbitraries.integers().between(0, 700);
        Arbitrary<Integer> length = Arbitraries.integers().between(1, 500);
        Arbitrary<Boolean> closed = Arbitraries.of(true, false);
        Arbitrary<List<Integer>> deltas =
                Arbitraries.integers().between(-700, 700).list().ofMaxSize(4);
        return Combinators.combine(account, product, currency, start, length, closed, deltas)
                .as(LedgerAlgebraTest::record);
    }

    private static ContractRecord record(
            String account,
            String product,
            String currency,
            int start,
            int length,
            boolean closed,
            List<Integer> deltas) {
        LocalDate startsOn = DAY_0.plusDays(start);
        LocalDate endsOn = startsOn.plusDays(length);
        List<ContractMovement> movements = new ArrayList<>();
        movements.add(new ContractMovement("0", MovementKind.NEW, startsOn, new Money(1_000, currency), "line", null));
        for (int delta : deltas) {
            MovementKind kind = delta < 0 ? MovementKind.CONTRACTION : MovementKind.EXPANSION;
            LocalDate on = startsOn.plusDays((long) length * movements.size() / 6);
            String line = delta % 2 == 0 ? "line" : null;
            movements.add(
                    new ContractMovement("" + movements.size(), kind, on, new Money(delta, currency), line, null));
        }
        ContractLine line = new ContractLine("line", product, new Money(1_000, currency), null, startsOn, endsOn);
        return new ContractRecord(
                "",
                account,
                1,
                startsOn,
                startsOn,
                endsOn,
                false,
                0,
                null,
                closed ? endsOn : null,
                List.of(line),
                movements,
                null);
    }

    private static List<ContractRecord> numbered(List<ContractRecord> contracts) {
        List<ContractRecord> numbered = new ArrayList<>();
        for (ContractRecord told : contracts) {
            numbered.add(new ContractRecord(
                    "c" + numbered.size(),
                    told.accountId(),
                    1,
                    told.signedOn(),
                    told.startsOn(),
                    told.endsOn(),
                    false,
                    0,
                    null,
                    told.closedOn(),
                    told.lines(),
                    told.movements(),
                    null));
        }
        return numbered;
    }

    private static Map<String, Long> sum(Map<String, RetentionBridge> bridges, boolean start) {
        Map<String, Long> sums = new java.util.TreeMap<>();
        bridges.forEach((currency, bridge) -> {
            long amount = start ? bridge.start() : bridge.end();
            if (amount != 0) {
                sums.put(currency, amount);
            }
        });
        return sums;
    }

    private static Map<String, Long> arr(ContractLedger ledger, LocalDate day) {
        Map<String, Long> sums = new java.util.TreeMap<>();
        ledger.arrOn(day).forEach((currency, arr) -> {
            if (arr.minor() != 0) {
                sums.put(currency, arr.minor());
            }
        });
        return sums;
    }
}
