package io.playcaller.forecast.engine.ledger;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateMovementsTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Test
    void whatIsSaidOfAContractInWhosePlaceAnotherStandsIsLeftOutAndListed() {
        ContractLedger ledger = replaced(begun().moved(MovementKind.EXPANSION, "2026-01-01", 50, "core")
                .moved(MovementKind.UPLIFT, "2026-02-01", 20, "core"));

        assertThat(euros(ledger, MARCH)).isEqualTo(100);
        assertThat(ledger.problems(MARCH))
                .extracting(LedgerProblem::contractId, problem -> problem.code().key(), LedgerProblem::atStake)
                .containsExactly(tuple("c1", "movement-after-end", new Money(70_00, "EUR")));
    }

    @Test
    void thatAReplacedContractIsGoneIsNoNews() {
        assertThat(replaced(begun().moved(MovementKind.CHURN, "2026-01-15", -100, "core"))
                        .problems(MARCH))
                .isEmpty();
    }

    @Test
    void aClosedContractEndsOnTheDayOfItsLastMovement() {
        ContractLedger ledger = ContractLedger.of(List.of(begun().closedOn("2026-01-01")
                .moved(MovementKind.CONTRACTION, "2026-02-01", -10, "core")
                .moved(MovementKind.CONTRACTION, "2026-02-10", -20, "core")
                .build()));

        assertThat(euros(ledger, LocalDate.of(2026, 2, 9))).isEqualTo(90);
        assertThat(euros(ledger, LocalDate.of(2026, 2, 10))).isZero();
        assertThat(ledger.problems(MARCH))
                .extracting(problem -> problem.code().key(), LedgerProblem::atStake)
                .contains(tuple("movement-after-end", new Money(30_00, "EUR")));
    }

    private static Contracts begun() {
        return contract("c1").line("core", 100).moved(MovementKind.NEW, "2025-01-01", 100, "core");
    }

    /** By another one of the same amount from 1 January on. */
    private static ContractLedger replaced(Contracts c1) {
        return ContractLedger.of(List.of(
                c1.build(),
                contract("c2")
                        .from("2026-01-01")
                        .until("2027-01-01")
                        .replacing("c1")
                        .line("core", 100)
                        .build()));
    }

    private static long euros(ContractLedger ledger, LocalDate day) {
        return ledger.arrOn(day).get("EUR").minor() / 100;
    }
}
