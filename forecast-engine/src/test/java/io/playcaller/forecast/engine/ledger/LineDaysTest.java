package io.playcaller.forecast.engine.ledger;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contracts of 2025, of which a line goes by other days. */
class LineDaysTest {

    private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    @Test
    void aLineThatEndsBeforeItsContractIsLostOnItsOwnDay() {
        ContractLedger ledger = ledger(contract("c1")
                .line("core", 100)
                .line("plus", 20, "2025-01-01", "2025-04-01")
                .build());

        RetentionBridge quarter =
                ledger.bridge(APRIL, JULY, RetentionDefinition.defaults()).get("EUR");

        assertThat(arr(ledger, APRIL.minusDays(1))).isEqualTo(120_00);
        assertThat(arr(ledger, APRIL)).isEqualTo(100_00);
        assertThat(quarter.churn()).isEqualTo(20_00);
        assertThat(quarter.finalChurn()).isZero();
    }

    @Test
    void whoRenewedItSeesInTheListThatItEnded() {
        ContractLedger ledger = ledger(contract("c1")
                .line("core", 100)
                .line("plus", 20, "2025-01-01", "2025-04-01")
                .build());

        assertThat(ledger.problems(APRIL.minusDays(1))).isEmpty();
        assertThat(ledger.problems(APRIL))
                .extracting(it -> it.code().key(), LedgerProblem::treatment, LedgerProblem::atStake)
                .containsExactly(tuple("line-ended", Treatment.COUNTED, new Money(20_00, "EUR")));
        assertThat(ledger.problems(APRIL.plusDays(90))).isEmpty();
    }

    @Test
    void aLineThatEndsWithItsContractGoesWithIt() {
        ContractLedger ledger = ledger(contract("c1")
                .line("core", 100)
                .line("plus", 20, "2025-04-01", "2026-01-01")
                .build());

        assertThat(arr(ledger, LocalDate.of(2026, 3, 1))).isEqualTo(120_00);
        assertThat(ledger.problems(LocalDate.of(2026, 3, 1)))
                .extracting(it -> it.code().key())
                .containsExactly("outcome-missing");
    }

    @Test
    void aLaterLineOfItsProductSaysWhatBecameOfALine() {
        ContractLedger ledger = ledger(contract("c1")
                .line("core", 100, "2025-01-01", "2025-07-01")
                .line("core", 130, "2025-07-01", "2026-01-01")
                .build());

        assertThat(arr(ledger, JULY.minusDays(1))).isEqualTo(100_00);
        assertThat(arr(ledger, JULY)).isEqualTo(130_00);
        assertThat(ledger.problems(JULY)).isEmpty();
    }

    @Test
    void theLastLinesOfAContractWhoseEndMovedGoOnWithItAndAreListed() {
        ContractLedger ledger = ledger(contract("c1")
                .until("2027-01-01")
                .line("core", 100, "2025-01-01", "2026-01-01")
                .line("plus", 20, "2025-01-01", "2025-04-01")
                .build());
        LocalDate later = LocalDate.of(2026, 2, 1);

        assertThat(arr(ledger, later)).isEqualTo(100_00);
        assertThat(ledger.problems(later))
                .extracting(it -> it.code().key(), LedgerProblem::treatment, LedgerProblem::atStake)
                .containsExactly(tuple("line-end-passed", Treatment.COUNTED, new Money(100_00, "EUR")));
    }

    @Test
    void theLinesOfAContractThatRenewsItselfGoOnAndAreListed() {
        ContractLedger ledger = ledger(contract("c1")
                .renewingItself(30)
                .line("core", 100)
                .line("plus", 20, "2025-01-01", "2025-04-01")
                .build());

        assertThat(arr(ledger, JULY)).isEqualTo(120_00);
        assertThat(ledger.problems(JULY))
                .extracting(it -> it.code().key(), LedgerProblem::atStake)
                .containsExactly(tuple("line-end-passed", new Money(20_00, "EUR")));
    }

    @Test
    void movementsCountMoreThanTheEndOfALineAndOneThatIsLeftIsListed() {
        Contracts told = contract("c1")
                .line("core", 100)
                .line("plus", 20, "2025-01-01", "2025-04-01")
                .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                .moved(MovementKind.NEW, "2025-01-01", 20, "plus1");
        ContractLedger silent = ledger(told.build());
        ContractLedger ended = ledger(
                told.moved(MovementKind.CHURN, "2025-04-01", -20, "plus1").build());

        assertThat(arr(silent, JULY)).isEqualTo(120_00);
        assertThat(silent.problems(JULY))
                .extracting(it -> it.code().key(), LedgerProblem::atStake)
                .containsExactly(tuple("line-end-passed", new Money(20_00, "EUR")));
        assertThat(arr(ended, JULY)).isEqualTo(100_00);
        assertThat(ended.problems(JULY))
                .extracting(it -> it.code().key())
                .doesNotContain("line-end-passed", "line-ended");
    }

    @Test
    void whatWasUsedOfALineCountsNoMoreOnceItEnded() {
        ContractRecord flat = contract("c1").line("core", 100).build();
        ContractLine used = new ContractLine(
                "api",
                "api",
                new Money(10_00, "EUR"),
                null,
                flat.startsOn(),
                APRIL,
                null,
                null,
                List.of(new DatedAmount(LocalDate.of(2025, 3, 1), new Money(50_00, "EUR"))),
                null);
        ContractLedger ledger = ledger(new ContractRecord(
                "c1",
                "acme",
                1,
                flat.signedOn(),
                flat.startsOn(),
                flat.endsOn(),
                false,
                0,
                null,
                null,
                List.of(flat.lines().get(0), used),
                List.of(),
                null));

        assertThat(arr(ledger, APRIL.minusDays(1))).isEqualTo(110_00);
        assertThat(arr(ledger, APRIL)).isEqualTo(100_00);
        assertThat(arr(ledger, JULY)).isEqualTo(100_00);
    }

    private static ContractLedger ledger(ContractRecord... contracts) {
        return ContractLedger.of(List.of(contracts));
    }

    private static long arr(ContractLedger ledger, LocalDate day) {
        return ledger.arrOn(day).get("EUR").minor();
    }
}
