package io.playcaller.forecast.engine.ledger;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is in no figure stands in nobody's place. */
class RefusedSuccessorTest {

    private static final LocalDate JAN = LocalDate.of(2026, 1, 1);
    private static final LocalDate APR = LocalDate.of(2026, 4, 1);

    @Test
    void whatItSaysThatItReplacesGoesOnCounting() {
        ContractLedger ledger = ContractLedger.of(List.of(
                contract("c1").line("core", 100).build(), takingTooMuch("c2").build()));

        assertThat(ledger.arrOn(APR)).isEqualTo(Map.of("EUR", new Money(100_00, "EUR")));
        assertThat(ledger.bridge(JAN, APR, RetentionDefinition.defaults())
                        .get("EUR")
                        .logosLost())
                .isZero();
        assertThat(ledger.problems(JAN.minusDays(1)))
                .extracting(LedgerProblem::code)
                .containsExactly(Code.BALANCE_NEGATIVE);
    }

    @Test
    void whatItFollowsWithoutAWordGoesOnCounting() {
        ContractRecord ranOn = contract("c1")
                .renewingItself(30)
                .closedOn("2026-01-20")
                .line("core", 100)
                .build();
        ContractLedger ledger = ContractLedger.of(
                List.of(ranOn, takingTooMuch("c2").replacing(null).build()));

        assertThat(ledger.arrOn(JAN.plusDays(10))).isEqualTo(Map.of("EUR", new Money(100_00, "EUR")));
    }

    @Test
    void whatTookTooMuchOnlyAfterItWasReplacedItselfStandsInItsPlaceUntilThen() {
        ContractLedger ledger = ContractLedger.of(List.of(
                contract("c1").line("core", 100).build(),
                takingTooMuch("c2").build(),
                contract("c3")
                        .from("2026-02-01")
                        .until("2027-02-01")
                        .replacing("c2")
                        .line("core", 150)
                        .build()));

        assertThat(ledger.arrOn(JAN)).isEqualTo(Map.of("EUR", new Money(120_00, "EUR")));
        assertThat(ledger.arrOn(APR)).isEqualTo(Map.of("EUR", new Money(150_00, "EUR")));
    }

    /** One that goes on from c1 on 1 January, and is worth less than nothing from March on. */
    private static Contracts takingTooMuch(String id) {
        return contract(id)
                .from("2026-01-01")
                .until("2027-01-01")
                .replacing("c1")
                .line("core", 120)
                .moved(MovementKind.NEW, "2026-01-01", 120, "core")
                .moved(MovementKind.CONTRACTION, "2026-03-01", -130, "core");
    }
}
