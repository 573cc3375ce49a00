package io.playcaller.forecast.engine.ledger;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesAgainstMovementsTest {

    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    @Test
    void whatWasRenewedAndNeverBegunIsMissed() {
        assertDiffer(
                100,
                contract("c1")
                        .line("core", 100)
                        .moved(MovementKind.RENEWAL, "2025-01-01", 0, "core")
                        .build());
    }

    @Test
    void aLineThatNoMovementBeganIsMissedBesideOneWithARamp() {
        assertDiffer(
                100,
                contract("c1")
                        .line("core", 100)
                        .ramp("plus", 50, "2025-05-01", 300)
                        .moved(MovementKind.NEW, "2025-01-01", 50, "plus")
                        .build());
    }

    @Test
    void movementsThatNameNoLineComeToNoLessThanTheLinesWithoutARamp() {
        assertDiffer(
                50,
                contract("c1")
                        .line("core", 100)
                        .ramp("plus", 50, "2025-05-01", 300)
                        .moved(MovementKind.NEW, "2025-01-01", 50, null)
                        .build());
    }

    @Test
    void whatWasReplacedIsComparedToo() {
        ContractLedger ledger = ContractLedger.of(List.of(
                contract("c1")
                        .line("core", 100)
                        .moved(MovementKind.RENEWAL, "2025-01-01", 0, "core")
                        .build(),
                contract("c2")
                        .from("2026-01-01")
                        .until("2027-01-01")
                        .replacing("c1")
                        .line("core", 100)
                        .build()));

        assertThat(ledger.problems(JULY))
                .extracting(LedgerProblem::contractId, problem -> problem.code().key())
                .containsExactly(tuple("c1", "lines-differ"));
    }

    @Test
    void aRampThatMovementsFollowOrLeaveIsNoDifference() {
        assertAgree(contract("c1")
                .line("core", 100)
                .ramp("plus", 50, "2025-05-01", 300)
                .moved(MovementKind.NEW, "2025-01-01", 150, null)
                .moved(MovementKind.EXPANSION, "2025-05-01", 250, null)
                .build());
        assertAgree(contract("c1")
                .line("core", 100)
                .ramp("plus", 50, "2025-05-01", 300)
                .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                .build());
    }

    @Test
    void whatWasTakenAwayAsAWholeStaysWrittenDown() {
        assertAgree(contract("c1")
                .line("core", 100)
                .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                .moved(MovementKind.CHURN, "2025-06-01", -100, "core")
                .build());
    }

    private static void assertAgree(ContractRecord contract) {
        assertThat(ContractLedger.of(List.of(contract)).problems(JULY)).isEmpty();
    }

    private static void assertDiffer(long euros, ContractRecord contract) {
        assertThat(ContractLedger.of(List.of(contract)).problems(JULY))
                .extracting(problem -> problem.code().key(), LedgerProblem::atStake)
                .containsExactly(tuple("lines-differ", new Money(euros * 100, "EUR")));
    }
}
