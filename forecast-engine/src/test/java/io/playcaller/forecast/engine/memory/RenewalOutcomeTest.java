package io.playcaller.forecast.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.ledger.Contracts;
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
    void aLineThatWouldStartWithinTheGapOfAClosedContractKeepsNothingOfIt() {
        assertThat(outcome(Contracts.contract("c1")
                        .of("a1")
                        .from("2025-07-01")
                        .until("2026-07-01")
                        .closedOn("2026-07-01")
                        .line("core", 100)
                        .line("later", 100, "2026-09-01", "2027-07-01")
                        .build()))
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
        assertThat(outcome(contract("c1", START, END.plusDays(180), 80_00, null)))
                .isPresent();
        assertThat(outcome(contract("c1", START, END.plusDays(179), 80_00, null)))
                .isEmpty();
        assertThat(outcome(contract("c1", START, END.plusMonths(3), 80_00, null)))
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
    void aContractOfWhichNothingIsLeftIsLostThoughNobodyClosedIt() {
        assertThat(outcome(contract(
                        "c1",
                        START,
                        END,
                        100_00,
                        null,
                        movement(MovementKind.NEW, START, 100_00),
                        movement(MovementKind.CHURN, END, -100_00))))
                .hasValue(new RenewalOutcome(0, 0));
    }

    @Test
    void aMonthThatNobodyClosedWentOnWhenItsGraceIsOver() {
        LocalDate due = START.plusMonths(1);
        ContractRecord silent = contract("c1", START, due, 100_00, null);

        assertThat(month(due, null, due.plusDays(29), silent)).isEmpty();
        assertThat(month(due, null, due.plusDays(30), silent)).hasValue(new RenewalOutcome(100_00, 100_00));
    }

    @Test
    void aMonthWentOnWhenItsEndMovedByHalfOfItHoweverOldTheContractIs() {
        LocalDate due = START.plusMonths(14);
        LocalDate before = START.plusMonths(13);

        assertThat(month(due, before, due, contract("c1", START, due.plusDays(15), 100_00, null)))
                .hasValue(new RenewalOutcome(100_00, 100_00));
        assertThat(month(due, before, due, contract("c1", START, due.plusDays(14), 100_00, null)))
                .isEmpty();
        assertThat(month(due, null, due, contract("c1", START, due.plusMonths(1), 100_00, null)))
                .isEmpty();
    }

    @Test
    void whatWasDecidedStaysDecidedAndBecomesWhatItIsByNow() {
        Due due = new Due("c1", START.plusMonths(1), new Money(100_00, "EUR"));
        ContractRecord closedSince = contract("c1", START, due.renewalOn(), 100_00, due.renewalOn());
        ContractRecord reopened = contract("c1", START, due.renewalOn(), 100_00, null);

        assertThat(RenewalOutcome.again(due, List.of(closedSince), by(END))).hasValue(new RenewalOutcome(0, 0));
        assertThat(RenewalOutcome.again(due, List.of(reopened), by(due.renewalOn())))
                .hasValue(new RenewalOutcome(100_00, 100_00));
    }

    @Test
    void whatNeverWasHasNoOutcome() {
        assertThat(RenewalOutcome.of(DUE, List.of(), by(END))).isEmpty();
    }

    private static Optional<RenewalOutcome> outcome(ContractRecord... account) {
        return RenewalOutcome.of(DUE, List.of(account), by(END.plusYears(2)));
    }

    private static Deciding by(LocalDate today) {
        return new Deciding(30, ShortTerms.defaults(), today);
    }

    private static Optional<RenewalOutcome> month(
            LocalDate due, @Nullable LocalDate before, LocalDate today, ContractRecord contract) {
        return RenewalOutcome.of(
                new Due("c1", due, new Money(100_00, "EUR"), before, null), List.of(contract), by(today));
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
