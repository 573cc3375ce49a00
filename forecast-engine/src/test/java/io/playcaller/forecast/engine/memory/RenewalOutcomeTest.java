package io.playcaller.forecast.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenewalOutcomeTest {

    private static final LocalDate START = LocalDate.of(2025, 7, 1);
    private static final LocalDate END = LocalDate.of(2026, 7, 1);
    private static final Due DUE = new Due("c1", END, new Money(100_00, "EUR"));

    @Test
    void whatIsOpenIsUndecided() {
        assertThat(outcome(contract("c1", START, END, 100_00, null))).isEmpty();
    }

    @Test
    void aClosedContractWithoutASuccessorIsLost() {
        assertThat(outcome(contract("c1", START, END, 100_00, END))).hasValue(new RenewalOutcome(0, 0));
    }

    @Test
    void aSuccessorWithinTheGapKeepsAndGrowthIsNetOnly() {
        assertThat(outcome(
                        contract("c1", START, END, 100_00, END),
                        contract("c2", END.plusDays(20), END.plusYears(1), 130_00, null)))
                .hasValue(new RenewalOutcome(100_00, 130_00));
        assertThat(outcome(
                        contract("c1", START, END, 100_00, END),
                        contract("c2", END.plusDays(31), END.plusYears(1), 130_00, null)))
                .hasValue(new RenewalOutcome(0, 0));
    }

    @Test
    void aSiblingThatWasInForceBeforeIsNoRenewal() {
        assertThat(outcome(
                        contract("c1", START, END, 100_00, END), contract("c2", START, END.plusYears(1), 70_00, null)))
                .hasValue(new RenewalOutcome(0, 0));
    }

    @Test
    void twoThatEndIntoOneShareItByWhatTheyWereWorth() {
        assertThat(outcome(
                        contract("c1", START, END, 100_00, END),
                        contract("c2", START, END, 50_00, END),
                        contract("c3", END, END.plusYears(1), 90_00, null)))
                .hasValue(new RenewalOutcome(60_00, 60_00));
    }

    @Test
    void aNewTermOfTheSameContractIsARenewalAndALittleLaterEndAMovedDate() {
        assertThat(outcome(contract("c1", START, END.plusYears(1), 80_00, null)))
                .hasValue(new RenewalOutcome(80_00, 80_00));
        assertThat(outcome(contract("c1", START, END.plusDays(60), 80_00, null)))
                .isEmpty();
        assertThat(outcome(contract(
                        "c1",
                        START,
                        END.plusDays(60),
                        80_00,
                        null,
                        movement(MovementKind.NEW, START, 80_00),
                        movement(MovementKind.RENEWAL, END, 0))))
                .isPresent();
    }

    @Test
    void whatNeverWasHasNoOutcome() {
        assertThat(RenewalOutcome.of(DUE, List.of(), 30)).isEmpty();
    }

    private static Optional<RenewalOutcome> outcome(ContractRecord... account) {
        return RenewalOutcome.of(DUE, List.of(account), 30);
    }

    private static ContractMovement movement(MovementKind kind, LocalDate on, long delta) {
        return new ContractMovement(kind + "-" + on, kind, on, new Money(delta, "EUR"), "l1", null);
    }

    private static ContractRecord contract(
            String id,
            LocalDate startsOn,
            LocalDate endsOn,
            long arr,
            @Nullable LocalDate closedOn,
            ContractMovement... movements) {
        ContractLine line = new ContractLine("l1", "core", new Money(arr, "EUR"), null, startsOn, endsOn);
        return new ContractRecord(
                id,
                "a1",
                1,
                startsOn,
                startsOn,
                endsOn,
                false,
                0,
                null,
                closedOn,
                List.of(line),
                List.of(movements),
                null);
    }
}
