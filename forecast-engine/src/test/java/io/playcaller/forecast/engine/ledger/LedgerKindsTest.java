package io.playcaller.forecast.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.forecast.engine.currency.Rate;
import io.playcaller.forecast.engine.currency.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerKindsTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 1, 1);
    private static final LocalDate MIDYEAR = LocalDate.of(2025, 7, 1);
    private static final Period YEAR = new Period(START.plusDays(1), END.plusDays(1));
    private static final Rates NO_RATES = new Rates("EUR", 31, List.of());

    @Test
    void aHigherPriceIsToldFromMoreSeats() {
        ContractRecord c = contract(
                "c",
                line(13_800_00, 12),
                moved(MovementKind.NEW, START, 10_000_00, null),
                moved(MovementKind.RENEWAL, MIDYEAR, 3_800_00, 2));

        RetentionBridge bridge = bridge(RetentionDefinition.defaults(), c);

        // Ten seats at 1,000 became twelve: 2,000 of volume at the old price, 1,800 of price.
        assertThat(bridge.expansion()).isEqualTo(2_000_00);
        assertThat(bridge.uplift()).isEqualTo(1_800_00);
        assertThat(bridge.nrr()).contains(new BigDecimal("1.380000"));
        assertThat(bridge(new RetentionDefinition(Grain.LINE, CurrencyRule.EACH_BY_ITSELF, 30, false), c)
                        .nrr())
                .contains(new BigDecimal("1.200000"));
    }

    @Test
    void aRampFollowsItsSteps() {
        ContractLine ramped = new ContractLine(
                "l", "core", eur(100_00), null, START, END, null, List.of(at(MIDYEAR, 150_00)), null, null);
        ContractLedger ledger = ContractLedger.of(List.of(contract("c", ramped)));

        assertThat(ledger.arrOn(MIDYEAR.minusDays(1))).isEqualTo(Map.of("EUR", eur(100_00)));
        assertThat(ledger.arrOn(MIDYEAR)).isEqualTo(Map.of("EUR", eur(150_00)));
        assertThat(ledger.problems(MIDYEAR)).isEmpty();
    }

    @Test
    void usageIsAYearOfTheLastThreeMonthsAndNeverLessThanTheCommitment() {
        List<DatedAmount> months = List.of(
                at(START, 10_00), at(START.plusMonths(1), 20_00), at(START.plusMonths(2), 30_00), at(MIDYEAR, 1_00));
        ContractLine used = new ContractLine("l", "api", eur(50_00), null, START, END, null, null, months, null);
        ContractLedger ledger = ContractLedger.of(List.of(contract("c", used)));

        assertThat(ledger.arrOn(START)).isEqualTo(Map.of("EUR", eur(50_00)));
        assertThat(ledger.arrOn(START.plusMonths(1))).isEqualTo(Map.of("EUR", eur(120_00)));
        assertThat(ledger.arrOn(START.plusMonths(3))).isEqualTo(Map.of("EUR", eur(240_00)));
        assertThat(ledger.arrOn(MIDYEAR.plusMonths(1))).isEqualTo(Map.of("EUR", eur(50_00)));
    }

    @Test
    void anEvergreenLineIsNeverDue() {
        ContractLine evergreen =
                new ContractLine("l", "core", eur(100_00), null, START, END, true, null, null, eur(9_00));
        ContractLedger ledger = ContractLedger.of(List.of(contract("c", evergreen)));

        assertThat(ledger.problems(END.plusYears(3))).isEmpty();
        assertThat(ledger.arrOn(END.plusYears(3))).isEqualTo(Map.of("EUR", eur(100_00)));
        assertThat(ledger.oneTime(new Period(START, MIDYEAR)))
                .extracting(OneTimeCharge::on, OneTimeCharge::amount)
                .containsExactly(tuple(START, eur(9_00)));
    }

    @Test
    void anEarlyRenewalIsCountedOnceAndSaysHowEarly() {
        ContractRecord old = contract("old", line(100_00, null));
        ContractRecord next = replacing("next", "old", MIDYEAR, 130_00);
        ContractLedger ledger = ContractLedger.of(List.of(old, next));

        assertThat(ledger.arrOn(MIDYEAR)).isEqualTo(Map.of("EUR", eur(130_00)));
        LedgerEntry renewed = ledger.entries(30).get(1);
        assertThat(renewed.kind()).isEqualTo(EntryKind.EXPANSION);
        assertThat(renewed.renewed()).isTrue();
        assertThat(renewed.timing()).isEqualTo(new RenewalTiming("old", "next", -184));
        assertThat(ledger.problems(MIDYEAR))
                .extracting(problem -> problem.code().key())
                .containsExactly("replaced-early");
    }

    @Test
    void whatIsReplacedMustBeThere() {
        ContractLedger ledger = ContractLedger.of(List.of(replacing("next", "nowhere", MIDYEAR, 130_00)));

        assertThat(ledger.problems(MIDYEAR))
                .extracting(problem -> problem.code().key())
                .containsExactly("replaces-unknown");
        assertThat(ledger.arrOn(MIDYEAR)).isEqualTo(Map.of("EUR", eur(130_00)));
    }

    @Test
    void twoCompaniesOfAGroupAreOneCustomerWhileTheyAreAGroup() {
        ContractRecord left = closed(of("daughter", contract("a", line(100_00, null))), MIDYEAR);
        ContractRecord stayed = of("mother", contract("b", line(300_00, null)));
        AccountTree group =
                new AccountTree(Map.of("daughter", List.of(new ParentLink("mother", START, null))), Map.of());
        RetentionDefinition byParent = RetentionDefinition.defaults().at(Grain.PARENT);

        ContractLedger ledger = ContractLedger.of(List.of(left, stayed), group);
        RetentionBridge grouped =
                ledger.retention(YEAR, byParent, NO_RATES, unit -> "").whole().get("EUR");
        RetentionBridge apart = bridge(byParent, left, stayed);

        assertThat(grouped.churn()).isZero();
        assertThat(grouped.contraction()).isEqualTo(100_00);
        assertThat(grouped.logosLost()).isZero();
        assertThat(apart.finalChurn()).isEqualTo(100_00);
        assertThat(apart.logosLost()).isEqualTo(1);
    }

    @Test
    void ratesMoveTheirOwnLineAndAMissingOneIsSaid() {
        ContractRecord dollars = contract("usd", line(new Money(100_00, "USD")));
        ContractRecord francs = of("other", contract("chf", line(new Money(70_00, "CHF"))));
        Rates rates = new Rates(
                "EUR",
                31,
                List.of(
                        new Rate("USD", YEAR.from(), new BigDecimal("0.90")),
                        new Rate("USD", YEAR.until(), new BigDecimal("0.95"))));

        RetentionStatement statement = ContractLedger.of(List.of(dollars, francs))
                .retention(YEAR, RetentionDefinition.defaults().in(CurrencyRule.CONSTANT), rates, unit -> "");

        RetentionBridge bridge = statement.whole().get("EUR");
        assertThat(bridge.start()).isEqualTo(90_00);
        assertThat(bridge.fx()).isEqualTo(5_00);
        assertThat(bridge.end()).isEqualTo(95_00);
        assertThat(bridge.nrr()).contains(new BigDecimal("1.000000"));
        assertThat(statement.missing()).containsExactly(new MissingRate("CHF", YEAR.from(), new Money(70_00, "CHF")));
    }

    private static RetentionBridge bridge(RetentionDefinition definition, ContractRecord... contracts) {
        return ContractLedger.of(List.of(contracts))
                .bridge(YEAR.from(), YEAR.until(), definition)
                .get("EUR");
    }

    private static Money eur(long minor) {
        return new Money(minor, "EUR");
    }

    private static DatedAmount at(LocalDate on, long minor) {
        return new DatedAmount(on, eur(minor));
    }

    private static ContractLine line(long minor, Integer seats) {
        return new ContractLine("l", "core", eur(minor), seats, START, END);
    }

    private static ContractLine line(Money arr) {
        return new ContractLine("l", "core", arr, null, START, END);
    }

    private static ContractMovement moved(MovementKind kind, LocalDate on, long minor, Integer seats) {
        return new ContractMovement(kind + "-" + on, kind, on, eur(minor), "l", null, seats);
    }

    private static ContractRecord contract(String id, ContractLine line, ContractMovement... movements) {
        return new ContractRecord(
                id, "acme", 1, START, START, END, false, 0, null, null, List.of(line), List.of(movements), null);
    }

    private static ContractRecord replacing(String id, String replaced, LocalDate on, long minor) {
        ContractLine line = new ContractLine("n", "core", eur(minor), null, on, on.plusYears(1));
        return new ContractRecord(
                id, "acme", 1, on, on, on.plusYears(1), false, 0, null, null, List.of(line), List.of(), null, replaced);
    }

    private static ContractRecord of(String account, ContractRecord c) {
        return new ContractRecord(
                c.contractId(),
                account,
                1,
                c.signedOn(),
                c.startsOn(),
                c.endsOn(),
                false,
                0,
                null,
                c.closedOn(),
                c.lines(),
                c.movements(),
                null);
    }

    private static ContractRecord closed(ContractRecord c, LocalDate on) {
        return new ContractRecord(
                c.contractId(),
                c.accountId(),
                1,
                c.signedOn(),
                c.startsOn(),
                on,
                false,
                0,
                null,
                on,
                c.lines(),
                c.movements(),
                null);
    }
}
