package io.playcaller.forecast.engine.ledger;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line of whose use nothing is told after March. */
class OldUsageTest {

    private static final LocalDate BILLED_BY = LocalDate.of(2025, 5, 16);

    @Test
    void countsOnAndIsListedWithWhatIsBeyondItsCommitment() {
        ContractLedger ledger = ledger(2_000);

        assertThat(ledger.problems(BILLED_BY)).isEmpty();
        assertThat(ledger.problems(BILLED_BY.plusDays(1)))
                .extracting(problem -> problem.code().key(), LedgerProblem::atStake)
                .containsExactly(tuple("usage-old", new Money(10_000_00, "EUR")));
        assertThat(ledger.arrOn(LocalDate.of(2025, 12, 1)).get("EUR").minor()).isEqualTo(12_000_00);
    }

    @Test
    void isNotListedWhereItsCommitmentCounts() {
        assertThat(ledger(12_000).problems(LocalDate.of(2025, 12, 1))).isEmpty();
    }

    private static ContractLedger ledger(long committed) {
        ContractRecord used =
                contract("c1").used("api", committed, "2025-03-01", 1_000).build();
        return ContractLedger.of(List.of(used));
    }
}
