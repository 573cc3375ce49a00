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

class AtStakeTest {

    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    @Test
    void ofAContractWithoutLinesTheMostThatItsMovementsCameTo() {
        assertAtStake(
                "balance-negative",
                12_000,
                contract("c1")
                        .moved(MovementKind.NEW, "2025-01-01", 10_000, null)
                        .moved(MovementKind.EXPANSION, "2025-02-01", 2_000, null)
                        .moved(MovementKind.CONTRACTION, "2025-03-01", -13_000, null)
                        .build());
    }

    @Test
    void ofAMovementThatCameTwiceItself() {
        assertAtStake(
                "movement-duplicate",
                30,
                contract("c1")
                        .line("core", 130)
                        .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                        .moved(MovementKind.EXPANSION, "2025-02-01", 30, "core")
                        .again(1)
                        .build());
    }

    @Test
    void ofAmountsInTwoCurrenciesEachIsSaid() {
        ContractRecord mixed =
                contract("c1").line("core", 20).line("plus", 5, "USD").build();

        assertThat(ContractLedger.of(List.of(mixed)).problems(JULY))
                .extracting(LedgerProblem::detail, LedgerProblem::atStake)
                .containsExactly(tuple("amounts in EUR 2000, USD 500 minor units", new Money(2_000, "EUR")));
    }

    private static void assertAtStake(String code, long euros, ContractRecord contract) {
        assertThat(ContractLedger.of(List.of(contract)).problems(JULY))
                .extracting(problem -> problem.code().key(), LedgerProblem::atStake)
                .containsExactly(tuple(code, new Money(euros * 100, "EUR")));
    }
}
