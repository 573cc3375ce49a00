package io.playcaller.forecast.engine.ledger;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contracts that go on beyond their end, 1 January 2026, until somebody closes them. */
class RanOnTest {

    @Test
    void whatRanOnByItselfIsPaidForUntilItIsClosed() {
        ContractRecord renewing = renewing("c", "2026-06-10");
        ContractRecord withoutEnd =
                contract("c").closedOn("2026-06-10").evergreen("core", 100).build();

        for (ContractRecord contract : List.of(renewing, withoutEnd)) {
            ContractLedger ledger = ContractLedger.of(List.of(contract));

            assertThat(euros(ledger, "2026-06-09")).isEqualTo(100);
            assertThat(euros(ledger, "2026-06-10")).isZero();
            assertThat(bridge(ledger, "2026-01-01", "2026-04-01").churn()).isZero();
            assertThat(bridge(ledger, "2026-04-01", "2026-07-01").churn()).isEqualTo(10_000);
            assertThat(ledger.problems(LocalDate.of(2026, 7, 1))).isEmpty();
        }
    }

    @Test
    void whatWasCancelledInTimeEndsThenHoweverLateSomebodyClosesIt() {
        ContractRecord cancelled = contract("c")
                .renewingItself(30)
                .cancelledOn("2025-11-15")
                .closedOn("2026-01-20")
                .line("core", 100)
                .build();

        assertThat(euros(ContractLedger.of(List.of(cancelled)), "2025-12-31")).isEqualTo(100);
        assertThat(euros(ContractLedger.of(List.of(cancelled)), "2026-01-01")).isZero();
    }

    @Test
    void whatWasCancelledInALaterTermEndsWithThatTermWheneverSomebodyClosesIt() {
        for (String closedOn : List.of("2026-10-15", "2027-01-20")) {
            ContractLedger ledger = ContractLedger.of(List.of(contract("c")
                    .renewingItself(30)
                    .cancelledOn("2026-10-15")
                    .closedOn(closedOn)
                    .line("core", 100)
                    .build()));

            assertThat(euros(ledger, "2026-12-31")).isEqualTo(100);
            assertThat(euros(ledger, "2027-01-01")).isZero();
            assertThat(bridge(ledger, "2026-10-01", "2027-01-01").churn()).isZero();
            assertThat(bridge(ledger, "2027-01-01", "2027-04-01").churn()).isEqualTo(10_000);
        }
    }

    @Test
    void whatHasNoEndAtAllIsOverOnTheDayOfClosingThoughItWasCancelled() {
        ContractRecord given = contract("c")
                .renewingItself(0)
                .cancelledOn("2026-03-10")
                .closedOn("2026-03-31")
                .evergreen("core", 100)
                .build();

        assertThat(euros(ContractLedger.of(List.of(given)), "2026-03-30")).isEqualTo(100);
        assertThat(euros(ContractLedger.of(List.of(given)), "2026-03-31")).isZero();
    }

    @Test
    void whatDoesNotRenewItselfEndsThenHoweverLateSomebodyClosesIt() {
        ContractRecord closed =
                contract("c").closedOn("2026-01-20").line("core", 100).build();

        assertThat(euros(ContractLedger.of(List.of(closed)), "2026-01-01")).isZero();
    }

    @Test
    void whatIsDecidedEarlyIsPaidForUntilItsEnd() {
        ContractRecord decided = renewing("c", "2025-10-01");

        assertThat(euros(ContractLedger.of(List.of(decided)), "2025-12-31")).isEqualTo(100);
        assertThat(euros(ContractLedger.of(List.of(decided)), "2026-01-01")).isZero();
    }

    @Test
    void whatGoesOnInAnotherContractIsPaidForOnceThoughTheOldOneIsClosedLate() {
        ContractRecord old = renewing("a", "2026-01-20");
        ContractLedger ledger = ContractLedger.of(List.of(old, next("core", 120)));

        assertThat(euros(ledger, "2025-12-31")).isEqualTo(100);
        assertThat(euros(ledger, "2026-01-10")).isEqualTo(120);
        RetentionBridge bridge = bridge(ledger, "2026-01-01", "2026-04-01");
        assertThat(bridge.contraction()).isZero();
        assertThat(bridge.churn()).isZero();
        assertThat(bridge.expansion()).isEqualTo(2_000);
    }

    @Test
    void anotherProductIsBoughtBesideWhatRanOn() {
        ContractRecord old = renewing("a", "2026-01-20");
        ContractLedger ledger = ContractLedger.of(List.of(old, next("plus", 50)));

        assertThat(euros(ledger, "2026-01-10")).isEqualTo(150);
        assertThat(euros(ledger, "2026-01-20")).isEqualTo(50);
    }

    @Test
    void whatIsBoughtBesideOneThatRunsOnForYearsDoesNotEndIt() {
        ContractRecord old = contract("a")
                .from("2024-01-01")
                .until("2024-02-01")
                .closedOn("2026-11-10")
                .evergreen("core", 100)
                .build();
        ContractRecord beside = contract("b")
                .from("2024-02-15")
                .until("2027-02-15")
                .line("core", 20)
                .build();
        ContractLedger ledger = ContractLedger.of(List.of(old, beside));

        assertThat(euros(ledger, "2024-03-01")).isEqualTo(120);
        assertThat(euros(ledger, "2026-11-09")).isEqualTo(120);
        assertThat(euros(ledger, "2026-11-10")).isEqualTo(20);
        assertThat(ledger.problems(LocalDate.of(2026, 12, 1)))
                .extracting(LedgerProblem::code)
                .containsExactly(Code.LINES_OVERLAP);
    }

    @Test
    void whatIsClosedWithinAMonthOfTheContractThatFollowsIsPaidForOnce() {
        assertThat(euros(followed("2026-03-31"), "2026-03-15")).isEqualTo(120);
        assertThat(euros(followed("2026-04-01"), "2026-03-15")).isEqualTo(220);
    }

    @Test
    void whatWasClosedLongAfterAnotherOneBeganIsListed() {
        ContractRecord old = renewing("a", "2026-06-10");
        ContractRecord next = next("core", 120);

        ContractLedger ledger = ContractLedger.of(List.of(old, next));

        assertThat(euros(ledger, "2026-06-09")).isEqualTo(220);
        assertThat(ledger.problems(LocalDate.of(2026, 7, 1)))
                .extracting(LedgerProblem::code)
                .containsExactly(Code.LINES_OVERLAP);
    }

    @Test
    void whatRanOnEndsWhereTheContractThatReplacesItStarts() {
        ContractRecord old = renewing("a", "2026-03-10");
        ContractLedger ledger = ContractLedger.of(List.of(
                old,
                contract("b")
                        .from("2026-03-01")
                        .until("2027-03-01")
                        .replacing("a")
                        .line("core", 110)
                        .build()));

        assertThat(euros(ledger, "2026-02-28")).isEqualTo(100);
        assertThat(euros(ledger, "2026-03-05")).isEqualTo(110);
        assertThat(euros(ledger, "2026-03-10")).isEqualTo(110);
    }

    /** From 1 March on by another one. */
    private static ContractLedger followed(String closedOn) {
        return ContractLedger.of(List.of(
                contract("a").closedOn(closedOn).evergreen("core", 100).build(),
                contract("b")
                        .from("2026-03-01")
                        .until("2027-03-01")
                        .line("core", 120)
                        .build()));
    }

    private static ContractRecord renewing(String id, String closedOn) {
        return contract(id)
                .renewingItself(30)
                .closedOn(closedOn)
                .line("core", 100)
                .build();
    }

    /** One that begins where the others end. */
    private static ContractRecord next(String product, long euros) {
        return contract("b")
                .from("2026-01-01")
                .until("2027-01-01")
                .line(product, euros)
                .build();
    }

    private static RetentionBridge bridge(ContractLedger ledger, String from, String until) {
        RetentionDefinition definition = new RetentionDefinition(Grain.LINE, CurrencyRule.EACH_BY_ITSELF, 30);
        return ledger.bridge(LocalDate.parse(from), LocalDate.parse(until), definition)
                .get("EUR");
    }

    private static long euros(ContractLedger ledger, String day) {
        return ledger.arrOn(LocalDate.parse(day))
                        .getOrDefault("EUR", Money.zero("EUR"))
                        .minor()
                / 100;
    }
}
