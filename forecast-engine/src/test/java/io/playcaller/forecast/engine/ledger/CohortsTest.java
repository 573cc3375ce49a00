package io.playcaller.forecast.engine.ledger;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.currency.Rate;
import io.playcaller.forecast.engine.currency.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CohortsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);
    private static final RetentionDefinition CONSTANT =
            RetentionDefinition.defaults().in(CurrencyRule.CONSTANT);
    private static final Rates RATES = new Rates(
            "EUR",
            4_000,
            List.of(
                    new Rate("USD", Companies.DAY_0, new BigDecimal("0.9213")),
                    new Rate("USD", Companies.DAY_0.plusDays(400), new BigDecimal("0.8871")),
                    new Rate("JPY", Companies.DAY_0, new BigDecimal("0.0061")),
                    new Rate("JPY", Companies.DAY_0.plusDays(500), new BigDecimal("0.0066"))));

    private static final ContractRecord LEAVES_AFTER_A_YEAR = contract("c1")
            .of("acme")
            .from("2025-02-01")
            .until("2026-02-01")
            .closedOn("2026-02-01")
            .line("core", 100)
            .build();
    private static final ContractRecord GROWS = contract("c2")
            .of("beta")
            .from("2025-03-15")
            .until("2026-03-15")
            .line("core", 300)
            .moved(MovementKind.NEW, "2025-03-15", 300, "core")
            .moved(MovementKind.EXPANSION, "2025-08-01", 60, "core")
            .build();
    private static final ContractRecord LEAVES_AT_ONCE = contract("c3")
            .of("gamma")
            .from("2025-01-10")
            .until("2025-02-10")
            .closedOn("2025-02-10")
            .line("core", 50)
            .build();

    @Example
    void aCohortIsFollowedFromTheEndOfItsQuarterAsFarAsAgesAreOver() {
        CohortRetention cohort = quarters(LEAVES_AFTER_A_YEAR, GROWS).get(0);

        assertThat(cohort.began()).isEqualTo(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 4, 1)));
        assertThat(cohort.ages())
                .extracting(age -> shares(whole(age)))
                .containsExactly(
                        "- - -",
                        "1.000000 1.000000 1.000000",
                        "1.000000 1.150000 1.000000",
                        "1.000000 1.150000 1.000000",
                        "0.750000 0.900000 0.500000");
    }

    @Example
    void whoLeftInTheQuarterInWhichTheyBeganJoinedAndIsNobodyToRetain() {
        CohortRetention cohort =
                quarters(LEAVES_AFTER_A_YEAR, GROWS, LEAVES_AT_ONCE).get(0);

        assertThat(cohort.joined()).containsOnly(entry("", 3));
        assertThat(whole(cohort.ages().get(1)).logosAtStart()).isEqualTo(2);
        assertThat(whole(cohort.ages().get(1)).start()).isEqualTo(400_00);
    }

    @Example
    void whoIsSignedAndHasNotBegunHasNotJoined() {
        ContractRecord later = contract("c4")
                .of("delta")
                .from("2026-06-01")
                .until("2027-06-01")
                .line("core", 9)
                .build();

        List<CohortRetention> cohorts = ContractLedger.of(List.of(later))
                .cohorts(
                        new CohortPlan(CohortStep.YEAR, new Period(LocalDate.of(2026, 1, 1), TODAY), TODAY, 3),
                        CONSTANT,
                        RATES,
                        (unit, day) -> "");

        assertThat(cohorts)
                .extracting(CohortRetention::joined, CohortRetention::ages)
                .containsExactly(tuple(Map.of(), List.of()));
    }

    @Property(tries = 200)
    void atEachDayTheCohortsSumToTheLedgerToTheCent(@ForAll("companies") List<ContractRecord> contracts) {
        ContractLedger ledger = ContractLedger.of(contracts);
        Map<LocalDate, Long> sums = new TreeMap<>();

        for (CohortRetention cohort : all(ledger)) {
            cohort.ages()
                    .forEach(age -> age.whole()
                            .values()
                            .forEach(bridge -> sums.merge(bridge.until(), bridge.end(), Long::sum)));
        }

        sums.forEach((day, sum) -> {
            RetentionBridge bridge = ledger.retention(new Period(day.minusDays(1), day), CONSTANT, RATES, unit -> "")
                    .whole()
                    .get("EUR");
            assertThat(sum).as("%s", day).isEqualTo(bridge == null ? 0 : bridge.end());
        });
    }

    @Property(tries = 200)
    void anAgeOfACohortIsWhatTheLedgerSaysOfItsCustomers(@ForAll("companies") List<ContractRecord> contracts) {
        ContractLedger ledger = ContractLedger.of(contracts);
        Map<String, Period> began = new TreeMap<>();
        ledger.entries(0).stream()
                .filter(entry -> entry.after() > 0)
                .sorted(Comparator.comparing(LedgerEntry::on))
                .forEach(entry -> began.putIfAbsent(entry.accountId(), CohortStep.QUARTER.of(entry.on())));

        for (CohortRetention cohort : all(ledger)) {
            assertThat(cohort.joined().keySet())
                    .containsExactlyInAnyOrderElementsOf(began.keySet().stream()
                            .filter(account -> cohort.began().equals(began.get(account)))
                            .toList());
            cohort.ages()
                    .forEach(age -> age.whole().forEach((currency, bridge) -> {
                        RetentionStatement said = ledger.retention(
                                new Period(bridge.from(), bridge.until()),
                                CONSTANT,
                                RATES,
                                unit -> cohort.began().equals(began.get(unit.owner())) ? "cohort" : "other");
                        assertThat(bridge).isEqualTo(said.slices().get(currency).get("cohort"));
                    }));
        }
    }

    @Provide
    Arbitrary<List<ContractRecord>> companies() {
        return Companies.any();
    }

    private static List<CohortRetention> quarters(ContractRecord... contracts) {
        Period first = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 4, 1));
        return ContractLedger.of(List.of(contracts))
                .cohorts(new CohortPlan(CohortStep.QUARTER, first, TODAY, 20), CONSTANT, RATES, (unit, day) -> "");
    }

    /** Every cohort that {@link Companies} may have. */
    private static List<CohortRetention> all(ContractLedger ledger) {
        LocalDate last = Companies.DAY_0.plusDays(1_500);
        CohortPlan plan = new CohortPlan(CohortStep.QUARTER, new Period(Companies.DAY_0, last), last, 40);
        return ledger.cohorts(plan, CONSTANT, RATES, (unit, day) -> unit.owner());
    }

    /** GRR, NRR and share of customers. */
    private static String shares(RetentionBridge bridge) {
        return Stream.of(bridge.grr(), bridge.nrr(), bridge.logoRetention())
                .map(share -> share.map(BigDecimal::toPlainString).orElse("-"))
                .collect(Collectors.joining(" "));
    }

    private static RetentionBridge whole(RetentionStatement statement) {
        return statement.whole().get("EUR");
    }
}
