package io.playcaller.forecast.engine.ledger;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractLedgerTest {

    private static final LocalDate JAN = LocalDate.of(2026, 1, 1);
    private static final LocalDate APR = LocalDate.of(2026, 4, 1);
    private static final RetentionDefinition BY_LINE = RetentionDefinition.defaults();

    @Test
    void aContractWithoutMovementsIsNewAtItsStart() {
        ContractLedger ledger =
                ContractLedger.of(List.of(contract("c1").line("core", 120).build()));

        assertThat(ledger.arrOn(LocalDate.of(2024, 12, 31))).isEmpty();
        assertThat(ledger.arrOn(LocalDate.of(2025, 1, 1))).isEqualTo(Map.of("EUR", new Money(12_000, "EUR")));
    }

    @Test
    void aBridgeNamesWhatWasLostAndWon() {
        ContractLedger ledger = ContractLedger.of(List.of(
                contract("kept").of("a").until("2027-01-01").line("core", 100).build(),
                contract("grown")
                        .of("b")
                        .until("2027-01-01")
                        .line("core", 130)
                        .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                        .moved(MovementKind.EXPANSION, "2026-02-01", 30, "core")
                        .build(),
                contract("shrunk")
                        .of("c")
                        .until("2027-01-01")
                        .line("core", 60)
                        .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                        .moved(MovementKind.CONTRACTION, "2026-02-01", -40, "core")
                        .build(),
                contract("gone")
                        .of("d")
                        .until("2026-03-01")
                        .closedOn("2026-02-20")
                        .line("core", 100)
                        .build(),
                contract("won")
                        .of("e")
                        .from("2026-02-01")
                        .until("2027-02-01")
                        .line("core", 70)
                        .build()));

        RetentionBridge bridge = ledger.bridge(JAN, APR, BY_LINE).get("EUR");

        assertThat(bridge.start()).isEqualTo(40_000);
        assertThat(bridge.churn()).isEqualTo(10_000);
        assertThat(bridge.contraction()).isEqualTo(4_000);
        assertThat(bridge.expansion()).isEqualTo(3_000);
        assertThat(bridge.newBusiness()).isEqualTo(7_000);
        assertThat(bridge.end()).isEqualTo(36_000);
        assertThat(bridge.grr()).contains(new BigDecimal("0.650000"));
        assertThat(bridge.nrr()).contains(new BigDecimal("0.725000"));
        assertThat(bridge.logosLost()).isEqualTo(1);
    }

    @Test
    void aRenewalUnderANewNumberIsNoLoss() {
        ContractLedger ledger = ContractLedger.of(List.of(
                contract("old")
                        .until("2026-02-01")
                        .closedOn("2026-02-01")
                        .line("core", 100)
                        .build(),
                contract("new")
                        .from("2026-02-20")
                        .until("2027-02-20")
                        .line("core", 110)
                        .build()));

        RetentionBridge inTheGap =
                ledger.bridge(JAN, LocalDate.of(2026, 2, 10), BY_LINE).get("EUR");
        RetentionBridge quarter = ledger.bridge(JAN, APR, BY_LINE).get("EUR");

        assertThat(inTheGap.churn()).isZero();
        assertThat(quarter.churn()).isZero();
        assertThat(quarter.expansion()).isEqualTo(1_000);
    }

    @Test
    void whoComesBackAfterTheGapHadChurnedAndIsReactivated() {
        ContractLedger ledger = ContractLedger.of(List.of(
                contract("old")
                        .until("2025-12-01")
                        .closedOn("2025-12-01")
                        .line("core", 100)
                        .build(),
                contract("new")
                        .from("2026-02-20")
                        .until("2027-02-20")
                        .line("core", 110)
                        .build()));

        RetentionBridge fourth =
                ledger.bridge(LocalDate.of(2025, 10, 1), JAN, BY_LINE).get("EUR");
        RetentionBridge first = ledger.bridge(JAN, APR, BY_LINE).get("EUR");

        assertThat(fourth.churn()).isEqualTo(10_000);
        assertThat(first.reactivated()).isEqualTo(11_000);
        assertThat(first.newBusiness()).isZero();
        assertThat(first.grr()).isEmpty();
    }

    @Test
    void aCoarserGrainNetsALossAgainstAGain() {
        ContractLedger ledger = ContractLedger.of(List.of(contract("c1")
                .until("2027-01-01")
                .line("core", 0)
                .line("plus", 160)
                .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                .moved(MovementKind.NEW, "2025-01-01", 100, "plus")
                .moved(MovementKind.CONTRACTION, "2026-02-01", -100, "core")
                .moved(MovementKind.EXPANSION, "2026-02-01", 60, "plus")
                .build()));

        RetentionBridge byLine = ledger.bridge(JAN, APR, BY_LINE).get("EUR");
        RetentionBridge byAccount =
                ledger.bridge(JAN, APR, BY_LINE.at(Grain.ACCOUNT)).get("EUR");

        assertThat(byLine.grr()).contains(new BigDecimal("0.500000"));
        assertThat(byAccount.grr()).contains(new BigDecimal("0.800000"));
        assertThat(byLine.nrr()).isEqualTo(byAccount.nrr());
    }

    @Test
    void aMovementWithoutALineIsSpreadToTheCent() {
        ContractPostings contract = ContractPostings.alone(contract("c1")
                .line("a", 1)
                .line("b", 1)
                .line("c", 1)
                .moved(MovementKind.NEW, "2025-01-01", 100, null)
                .build());

        assertThat(contract.postings()).extracting(Posting::minor).containsExactly(3_334L, 3_333L, 3_333L);
    }

    @Test
    void whatCannotBeRightIsInNoFigureAndIsListedWithItsMoney() {
        ContractLedger ledger = ContractLedger.of(List.of(
                contract("backwards").until("2024-06-01").line("core", 10).build(),
                contract("mixed").line("core", 20).line("plus", 5, "USD").build(),
                contract("negative").line("core", -30).build(),
                contract("empty").build(),
                contract("typing-error")
                        .line("core", 90_000_000_000_000_000L)
                        .line("plus", 90_000_000_000_000_000L)
                        .build(),
                contract("early-end").closedOn("2024-12-01").line("core", 40).build(),
                contract("growing-churn")
                        .line("core", 50)
                        .moved(MovementKind.CHURN, "2025-02-01", 50, "core")
                        .build(),
                contract("below-zero")
                        .line("core", 60)
                        .moved(MovementKind.NEW, "2025-01-01", 60, "core")
                        .moved(MovementKind.CONTRACTION, "2025-02-01", -70, "core")
                        .build(),
                contract("twice").line("core", 70).line("core", 70).build()));

        assertThat(ledger.arrOn(LocalDate.of(2025, 6, 1))).isEmpty();
        assertThat(ledger.problems(LocalDate.of(2025, 6, 1)))
                .allMatch(problem -> problem.treatment() == Treatment.REFUSED)
                .extracting(LedgerProblem::contractId, LedgerProblem::code)
                .containsExactlyInAnyOrder(
                        tuple("backwards", Code.ENDS_BEFORE_START),
                        tuple("mixed", Code.CURRENCIES_MIXED),
                        tuple("negative", Code.AMOUNT_NEGATIVE),
                        tuple("empty", Code.AMOUNTS_MISSING),
                        tuple("typing-error", Code.AMOUNT_TOO_LARGE),
                        tuple("early-end", Code.OUTCOME_BEFORE_START),
                        tuple("growing-churn", Code.MOVEMENT_SIGN),
                        tuple("below-zero", Code.BALANCE_NEGATIVE),
                        tuple("twice", Code.LINE_DUPLICATE));
    }

    @Test
    void oneContractThatTakesTooMuchOfItsLinesLeavesAllOthersTheirFigures() {
        ContractLedger ledger = ContractLedger.of(List.of(
                contract("wrong")
                        .line("a", 100)
                        .line("b", 100)
                        .line("c", 100)
                        .moved(MovementKind.NEW, "2025-01-01", 100, "a")
                        .moved(MovementKind.CONTRACTION, "2025-02-01", -10, "b")
                        .moved(MovementKind.CONTRACTION, "2025-02-01", -7, "c")
                        .moved(MovementKind.CONTRACTION, "2025-03-01", -50, null)
                        .build(),
                contract("right").of("other").line("core", 40).build()));

        assertThat(ledger.arrOn(LocalDate.of(2025, 6, 1)).get("EUR").minor()).isEqualTo(4_000);
        assertThat(ledger.problems(LocalDate.of(2025, 6, 1)))
                .extracting(LedgerProblem::contractId, LedgerProblem::code)
                .containsExactly(tuple("wrong", Code.BALANCE_NEGATIVE));
    }

    @Test
    void aLineThatWouldStartWhenAClosedContractIsOverIsLeftOutAndListed() {
        ContractLedger ledger = ContractLedger.of(List.of(contract("c1")
                .closedOn("2026-01-01")
                .line("core", 100)
                .line("plus", 50, "2026-03-01", "2026-07-01")
                .build()));

        assertThat(ledger.arrOn(JAN.minusDays(1)).get("EUR").minor()).isEqualTo(10_000);
        assertThat(ledger.arrOn(JAN).get("EUR").minor()).isZero();
        assertThat(ledger.arrOn(APR).get("EUR").minor()).isZero();
        assertThat(ledger.problems(JAN))
                .extracting(problem -> problem.code().key(), LedgerProblem::treatment, LedgerProblem::atStake)
                .containsExactly(tuple("line-after-end", Treatment.REPAIRED, new Money(5_000, "EUR")));
    }

    @Test
    void whatIsDoubtfulCountsAndIsListed() {
        ContractLedger ledger = ContractLedger.of(List.of(
                contract("a").line("core", 100).build(),
                contract("b")
                        .from("2025-07-01")
                        .until("2026-07-01")
                        .line("core", 100)
                        .build(),
                contract("c")
                        .of("other")
                        .until("2027-01-01")
                        .line("core", 90)
                        .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                        .again(0)
                        .build()));

        assertThat(ledger.arrOn(JAN).get("EUR").minor()).isEqualTo(30_000);
        assertThat(ledger.problems(JAN))
                .extracting(LedgerProblem::contractId, problem -> problem.code().key())
                .containsExactlyInAnyOrder(
                        tuple("a", "outcome-missing"),
                        tuple("b", "lines-overlap"),
                        tuple("c", "movement-duplicate"),
                        tuple("c", "lines-differ"));
    }
}
