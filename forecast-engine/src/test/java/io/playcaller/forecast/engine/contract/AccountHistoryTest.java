package io.playcaller.forecast.engine.contract;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.ledger.Contracts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountHistoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int GAP_DAYS = 30;

    @Test
    void whoIsBackWithinTheReactivationGapNeverLeft() {
        ContractRecord old = contract("a")
                .from("2025-01-01")
                .until("2026-01-01")
                .closedOn("2026-01-01")
                .line("core", 10)
                .build();
        ContractRecord next = contract("b")
                .from("2026-02-10")
                .until("2027-02-10")
                .line("core", 10)
                .build();

        AccountHistory within = AccountHistory.of(List.of(old, next), TODAY, 40);
        AccountHistory beyond = AccountHistory.of(List.of(old, next), TODAY, 39);

        assertThat(within.churned()).isZero();
        assertThat(within.renewals()).isEqualTo(1);
        assertThat(beyond.churned()).isEqualTo(1);
        assertThat(beyond.renewals()).isZero();
    }

    @Test
    void whatRanOnIsOverOnceItIsClosedAndGoesOnInWhatStartsThen() {
        LocalDate closed = LocalDate.of(2026, 6, 10);
        ContractRecord old = contract("a")
                .renewingItself(30)
                .closedOn("2026-06-10")
                .line("core", 10)
                .build();
        ContractRecord next = contract("b")
                .from("2026-06-20")
                .until("2027-06-20")
                .line("core", 10)
                .build();

        assertThat(AccountHistory.of(List.of(old), closed.minusDays(1), GAP_DAYS)
                        .churned())
                .isZero();
        assertThat(AccountHistory.of(List.of(old), closed, GAP_DAYS).churned()).isEqualTo(1);
        assertThat(AccountHistory.of(List.of(old, next), closed, GAP_DAYS).churned())
                .isZero();
        assertThat(AccountHistory.of(List.of(old, next), closed, GAP_DAYS).renewals())
                .isEqualTo(1);
    }

    @Test
    void whatIsBoughtWhileAContractRunsOnIsNoRenewalOfIt() {
        LocalDate closed = LocalDate.of(2026, 6, 10);
        ContractRecord old = contract("a")
                .from("2022-01-01")
                .until("2023-01-01")
                .closedOn("2026-06-10")
                .evergreen("core", 10)
                .build();
        ContractRecord years = contract("b")
                .from("2024-05-01")
                .until("2027-05-01")
                .line("core", 10)
                .build();
        ContractRecord otherProduct = contract("b")
                .from("2026-06-01")
                .until("2027-06-01")
                .line("plus", 10)
                .build();
        ContractRecord unsaid = contract("b")
                .from("2026-06-01")
                .until("2027-06-01")
                .moved(MovementKind.NEW, "2026-06-01", 10, null)
                .build();

        for (ContractRecord beside : List.of(years, otherProduct)) {
            AccountHistory history = AccountHistory.of(List.of(old, beside), closed, GAP_DAYS);
            assertThat(history.churned()).isEqualTo(1);
            assertThat(history.renewals()).isZero();
        }
        assertThat(AccountHistory.of(List.of(old, unsaid), closed, GAP_DAYS).renewals())
                .isEqualTo(1);
    }

    @Test
    void aClosedContractWithASuccessorWasRenewedAndOneWithoutWasLost() {
        AccountHistory history = AccountHistory.of(
                List.of(
                        contract("a")
                                .from("2023-01-01")
                                .until("2024-01-01")
                                .closedOn("2024-01-01")
                                .line("core", 10)
                                .build(),
                        contract("b")
                                .from("2024-01-15")
                                .until("2025-01-15")
                                .closedOn("2025-01-10")
                                .line("core", 10)
                                .build(),
                        contract("c")
                                .from("2025-06-01")
                                .until("2026-06-01")
                                .line("core", 10)
                                .build()),
                TODAY,
                GAP_DAYS);

        assertThat(history.customerSince()).isEqualTo("2023-01-01");
        assertThat(history.renewals()).isEqualTo(1);
        assertThat(history.churned()).isEqualTo(1);
    }

    @Test
    void aContractThatAnotherReplacesWasRenewedWhoeverClosesItAndWhen() {
        AccountHistory history = AccountHistory.of(
                List.of(
                        contract("a")
                                .from("2024-01-01")
                                .until("2025-01-01")
                                .line("core", 10)
                                .build(),
                        contract("b")
                                .from("2024-09-01")
                                .until("2025-09-01")
                                .closedOn("2025-06-01")
                                .replacing("a")
                                .line("core", 10)
                                .build(),
                        contract("c")
                                .from("2025-06-01")
                                .until("2026-06-01")
                                .replacing("b")
                                .line("core", 10)
                                .build(),
                        contract("d")
                                .from("2026-04-01")
                                .until("2027-04-01")
                                .replacing("c")
                                .line("core", 10)
                                .build()),
                TODAY,
                GAP_DAYS);

        assertThat(history.renewals()).isEqualTo(2);
        assertThat(history.churned()).isZero();
    }

    @Test
    void whoComesBackLongAfterTheEndHadLeftWhateverTheNewContractReplaces() {
        AccountHistory history = AccountHistory.of(
                List.of(
                        contract("a")
                                .from("2023-01-01")
                                .until("2024-01-01")
                                .closedOn("2024-01-01")
                                .line("core", 10)
                                .build(),
                        contract("b")
                                .from("2024-06-01")
                                .until("2026-06-01")
                                .replacing("a")
                                .line("core", 10)
                                .build()),
                TODAY,
                GAP_DAYS);

        assertThat(history.renewals()).isZero();
        assertThat(history.churned()).isEqualTo(1);
    }

    @Test
    void whatIsWrittenCountsAndWhatIsStillToComeDoesNot() {
        AccountHistory history = AccountHistory.of(
                List.of(contract("a")
                        .from("2024-06-01")
                        .until("2026-06-01")
                        .line("core", 8)
                        .moved(MovementKind.NEW, "2024-06-01", 10, "core")
                        .moved(MovementKind.RENEWAL, "2025-06-01", 0, "core")
                        .moved(MovementKind.CONTRACTION, "2025-06-01", -2, "core")
                        .moved(MovementKind.CHURN, "2026-06-01", -8, "core")
                        .build()),
                TODAY,
                GAP_DAYS);

        assertThat(history.renewals()).isEqualTo(1);
        assertThat(history.churned()).isZero();
        assertThat(history.lastContractionOn()).isEqualTo("2025-06-01");
        assertThat(history.lastExpansionOn()).isNull();
    }

    @Test
    void aRenewalOfSeveralLinesIsOneAndALineThatGoesNoContractThatEnded() {
        Contracts told = threeLines()
                .moved(MovementKind.RENEWAL, "2025-06-01", 0, "core")
                .moved(MovementKind.RENEWAL, "2025-06-01", 0, "plus")
                .moved(MovementKind.CHURN, "2025-06-01", -1, "add");

        AccountHistory history = AccountHistory.of(List.of(told.build()), TODAY, GAP_DAYS);
        assertThat(history.renewals()).isEqualTo(1);
        assertThat(history.churned()).isZero();
    }

    @Test
    void aMovementThatIsToldTwiceCountsOnce() {
        AccountHistory history = AccountHistory.of(
                List.of(threeLines()
                        .moved(MovementKind.RENEWAL, "2025-06-01", 0, "core")
                        .again(3)
                        .build()),
                TODAY,
                GAP_DAYS);

        assertThat(history.renewals()).isEqualTo(1);
    }

    @Test
    void aContractWhoseLinesGoOneAfterTheOtherEndedOnce() {
        ContractRecord gone = threeLines()
                .moved(MovementKind.CHURN, "2025-03-01", -1, "add")
                .moved(MovementKind.CHURN, "2025-06-01", -10, "core")
                .moved(MovementKind.CHURN, "2025-06-01", -5, "plus")
                .build();

        assertThat(AccountHistory.of(List.of(gone), LocalDate.of(2025, 5, 31), GAP_DAYS)
                        .churned())
                .isZero();
        assertThat(AccountHistory.of(List.of(gone), TODAY, GAP_DAYS).churned()).isEqualTo(1);
    }

    @Test
    void aContractThatIsClosedAfterOneOfItsLinesWentEndedOnce() {
        ContractRecord closed = threeLines()
                .moved(MovementKind.CHURN, "2025-03-01", -1, "add")
                .closedOn("2025-06-01")
                .build();

        assertThat(AccountHistory.of(List.of(closed), TODAY, GAP_DAYS).churned())
                .isEqualTo(1);
    }

    @Test
    void aLineThatIsDroppedAtARenewalUnderANewNumberEndsNoContract() {
        ContractRecord open =
                twoLines().moved(MovementKind.CHURN, "2026-01-01", -30, "add").build();
        ContractRecord closed = twoLines()
                .moved(MovementKind.CHURN, "2026-01-01", -30, "add")
                .closedOn("2026-01-01")
                .build();
        ContractRecord rewritten = twoLines()
                .moved(MovementKind.CHURN, "2026-01-01", -70, "core")
                .moved(MovementKind.CHURN, "2026-01-01", -30, "add")
                .build();
        ContractRecord named = next().replacing("a").build();

        assertWentOn(open, named);
        assertWentOn(closed, next().build());
        assertWentOn(rewritten, named);
        assertWentOn(rewritten, next().build());
    }

    @Test
    void aContractThatWasGivenUpInMidTermEndedWhateverIsBoughtAtItsEnd() {
        ContractRecord gone = twoLines()
                .moved(MovementKind.CHURN, "2025-06-01", -70, "core")
                .moved(MovementKind.CHURN, "2025-06-01", -30, "add")
                .build();

        AccountHistory history = AccountHistory.of(List.of(gone, next().build()), TODAY, GAP_DAYS);

        assertThat(history.churned()).isEqualTo(1);
        assertThat(history.renewals()).isZero();
    }

    @Test
    void linesThatGoFromAContractThatTheLedgerRefusesEndNoContract() {
        ContractRecord refused = twoLines()
                .moved(MovementKind.CHURN, "2025-03-01", -10, "add")
                .moved(MovementKind.CHURN, "2025-06-01", -90, "add")
                .build();

        assertThat(AccountHistory.of(List.of(refused), TODAY, GAP_DAYS).churned())
                .isZero();
    }

    private static void assertWentOn(ContractRecord old, ContractRecord next) {
        AccountHistory history = AccountHistory.of(List.of(old, next), TODAY, GAP_DAYS);

        assertThat(history.renewals()).isEqualTo(1);
        assertThat(history.churned()).isZero();
    }

    private static Contracts twoLines() {
        return contract("a")
                .line("core", 70)
                .line("add", 30)
                .moved(MovementKind.NEW, "2025-01-01", 70, "core")
                .moved(MovementKind.NEW, "2025-01-01", 30, "add");
    }

    private static Contracts next() {
        return contract("b").from("2026-01-01").until("2027-01-01").line("core", 70);
    }

    private static Contracts threeLines() {
        return contract("a")
                .from("2024-06-01")
                .until("2025-06-01")
                .line("core", 10)
                .line("plus", 5)
                .line("add", 1)
                .moved(MovementKind.NEW, "2024-06-01", 10, "core")
                .moved(MovementKind.NEW, "2024-06-01", 5, "plus")
                .moved(MovementKind.NEW, "2024-06-01", 1, "add");
    }
}
