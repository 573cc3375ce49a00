package io.playcaller.forecast.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.forecast.engine.currency.Rate;
import io.playcaller.forecast.engine.currency.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RetentionAlgebraTest {

    private static final List<ToLongFunction<RetentionBridge>> PARTS = List.of(
            RetentionBridge::start,
            RetentionBridge::churn,
            RetentionBridge::finalChurn,
            RetentionBridge::contraction,
            RetentionBridge::expansion,
            RetentionBridge::uplift,
            RetentionBridge::newBusiness,
            RetentionBridge::reactivated,
            RetentionBridge::fx,
            RetentionBridge::end);

    private static final AccountTree GROUP = new AccountTree(
            Map.of("a", List.of(new ParentLink("b", LocalDate.of(2024, 6, 1), LocalDate.of(2025, 3, 1)))), Map.of());

    private static final Rates RATES = new Rates(
            "EUR",
            4_000,
            List.of(
                    rate("USD", 0, "0.9213"),
                    rate("USD", 400, "0.8871"),
                    rate("JPY", 0, "0.0061"),
                    rate("JPY", 500, "0.0066")));

    @Property(tries = 300)
    void everyBridgeClosesOnTheSumOfTheLines(
            @ForAll("companies") List<ContractRecord> contracts,
            @ForAll("periods") Period period,
            @ForAll Grain grain) {
        ContractLedger ledger = ContractLedger.of(contracts, GROUP);
        RetentionDefinition definition = new RetentionDefinition(grain, CurrencyRule.EACH_BY_ITSELF, 0);

        Map<String, RetentionBridge> bridges =
                ledger.retention(period, definition, RATES, unit -> "").whole();

        assertThat(amounts(bridges, RetentionBridge::start))
                .isEqualTo(arr(ledger, period.from().minusDays(1)));
        assertThat(amounts(bridges, RetentionBridge::end))
                .isEqualTo(arr(ledger, period.until().minusDays(1)));
    }

    @Property(tries = 300)
    void grossNeverExceedsOneAndNetIsGrossAndGrowth(
            @ForAll("companies") List<ContractRecord> contracts,
            @ForAll("periods") Period period,
            @ForAll("definitions") RetentionDefinition definition) {
        ContractLedger ledger = ContractLedger.of(contracts, GROUP);

        ledger.retention(period, definition, RATES, unit -> "").whole().values().forEach(bridge -> {
            assertThat(PARTS.stream().filter(part -> part.applyAsLong(bridge) < 0))
                    .hasSizeLessThanOrEqualTo(bridge.fx() < 0 ? 1 : 0);
            bridge.grr().ifPresent(grr -> {
                assertThat(grr).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
                double growth = (double) bridge.growth() / bridge.start();
                assertThat(bridge.nrr().orElseThrow().subtract(grr).doubleValue() - growth)
                        .isBetween(-1.1e-6, 1.1e-6);
            });
        });
    }

    @Property(tries = 300)
    void segmentsSumToTheWholeAtEveryGrain(
            @ForAll("companies") List<ContractRecord> contracts,
            @ForAll("periods") Period period,
            @ForAll("definitions") RetentionDefinition definition) {
        ContractLedger ledger = ContractLedger.of(contracts, GROUP);

        RetentionStatement statement = ledger.retention(
                period, definition, RATES, unit -> unit.owner().compareTo("c") < 0 ? "large" : "small");

        statement.whole().forEach((currency, whole) -> {
            for (ToLongFunction<RetentionBridge> part : PARTS) {
                long sum = statement.slices().get(currency).values().stream()
                        .mapToLong(part)
                        .sum();
                assertThat(sum).isEqualTo(part.applyAsLong(whole));
            }
            assertThat(statement.slices().get(currency).values().stream()
                            .mapToInt(RetentionBridge::logosAtStart)
                            .sum())
                    .isEqualTo(whole.logosAtStart());
        });
    }

    @Property(tries = 200)
    void constantCurrencyDiffersFromTheDaysRatesByItsOwnLineOnly(
            @ForAll("companies") List<ContractRecord> contracts, @ForAll("periods") Period period) {
        ContractLedger ledger = ContractLedger.of(contracts);
        RetentionDefinition constant = new RetentionDefinition(Grain.LINE, CurrencyRule.CONSTANT, 0);
        Period next = new Period(period.until(), period.until().plusDays(90));
        Function<Period, RetentionBridge> figures =
                of -> ledger.retention(of, constant, RATES, unit -> "").whole().get("EUR");

        RetentionBridge first = figures.apply(period);
        RetentionBridge second = figures.apply(next);

        if (first != null && second != null) {
            assertThat(second.start()).isEqualTo(first.end());
        }
    }

    @Property(tries = 200)
    void theOrderOfArrivalSaysNothing(
            @ForAll("companies") List<ContractRecord> contracts, @ForAll("periods") Period period, @ForAll long seed) {
        List<ContractRecord> shuffled = new ArrayList<>(contracts);
        Collections.shuffle(shuffled, new Random(seed));
        RetentionDefinition definition = RetentionDefinition.defaults();

        assertThat(ContractLedger.of(shuffled).bridge(period.from(), period.until(), definition))
                .isEqualTo(ContractLedger.of(contracts).bridge(period.from(), period.until(), definition));
        assertThat(ContractLedger.of(shuffled).entries(30))
                .isEqualTo(ContractLedger.of(contracts).entries(30));
    }

    @Property(tries = 200)
    void entriesLeadFromNothingToTheLedger(
            @ForAll("companies") List<ContractRecord> contracts, @ForAll("periods") Period period) {
        ContractLedger ledger = ContractLedger.of(contracts);
        Map<String, Long> sums = new TreeMap<>();

        ledger.entries(0).stream()
                .filter(entry -> entry.on().isBefore(period.until()))
                .forEach(entry -> sums.merge(entry.currency(), entry.delta(), Long::sum));
        sums.values().removeIf(sum -> sum == 0);

        assertThat(sums).isEqualTo(arr(ledger, period.until().minusDays(1)));
    }

    @Provide
    Arbitrary<List<ContractRecord>> companies() {
        return Companies.any();
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.integers()
                .between(1, 700)
                .flatMap(from -> Arbitraries.integers()
                        .between(1, 400)
                        .map(length ->
                                new Period(Companies.DAY_0.plusDays(from), Companies.DAY_0.plusDays(from + length))));
    }

    @Provide
    Arbitrary<RetentionDefinition> definitions() {
        return Arbitraries.of(Grain.class)
                .flatMap(grain -> Arbitraries.of(CurrencyRule.class)
                        .flatMap(rule -> Arbitraries.of(true, false)
                                .map(uplift -> new RetentionDefinition(grain, rule, 30, uplift))));
    }

    private static Rate rate(String currency, int day, String rate) {
        return new Rate(currency, Companies.DAY_0.plusDays(day), new BigDecimal(rate));
    }

    private static Map<String, Long> amounts(
            Map<String, RetentionBridge> bridges, ToLongFunction<RetentionBridge> amount) {
        Map<String, Long> amounts = new TreeMap<>();
        bridges.forEach((currency, bridge) -> amounts.put(currency, amount.applyAsLong(bridge)));
        amounts.values().removeIf(sum -> sum == 0);
        return amounts;
    }

    private static Map<String, Long> arr(ContractLedger ledger, LocalDate day) {
        Map<String, Long> sums = new TreeMap<>();
        for (Map.Entry<String, Money> arr : ledger.arrOn(day).entrySet()) {
            sums.put(arr.getKey(), arr.getValue().minor());
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }
}
