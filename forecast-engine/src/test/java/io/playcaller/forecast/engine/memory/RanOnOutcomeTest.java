package io.playcaller.forecast.engine.memory;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.Contracts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What became of the renewal of a contract that renews by itself. */
class RanOnOutcomeTest {

    private static final LocalDate END = LocalDate.of(2026, 1, 1);

    @Test
    void whatIsClosedWithinTheGapWasLostInTheTermThatEnded() {
        assertThat(closedOn("2026-01-20")).hasValue(new RenewalOutcome(0, 0));
    }

    @Test
    void whatRanOnBeyondTheGapWasRenewed() {
        assertThat(closedOn("2026-06-10")).hasValue(new RenewalOutcome(10_000, 10_000));
    }

    @Test
    void whatNobodyClosedWentOnWithTheFirstDayOfItsNextTerm() {
        ContractRecord open = contract("c").renewingItself(30).line("core", 100).build();

        assertThat(outcome(open, END, END.minusDays(1))).isEmpty();
        assertThat(outcome(open, END, END)).hasValue(new RenewalOutcome(10_000, 10_000));
        assertThat(outcome(open, END.plusYears(1), END.plusYears(1).minusDays(1)))
                .isEmpty();
        assertThat(outcome(open, END.plusYears(1), END.plusYears(1))).hasValue(new RenewalOutcome(10_000, 10_000));
    }

    @Test
    void whatWasCancelledAndNobodyClosedIsUndecided() {
        ContractRecord inItsSecondTerm = contract("c")
                .renewingItself(30)
                .cancelledOn("2026-11-01")
                .line("core", 100)
                .build();
        LocalDate second = END.plusYears(1);

        assertThat(outcome(inItsSecondTerm, END, second)).hasValue(new RenewalOutcome(10_000, 10_000));
        assertThat(outcome(inItsSecondTerm, second, second.plusDays(90))).isEmpty();
    }

    @Test
    void whatGoesByTheMonthAndWasCancelledIsUndecidedUntilSomebodyClosesIt() {
        Contracts month = contract("c")
                .from("2026-01-01")
                .until("2026-02-01")
                .renewingItself(0)
                .line("core", 100);
        ContractRecord inItsFirst = month.cancelledOn("2026-01-10").build();
        ContractRecord later = month.cancelledOn("2026-05-10").build();
        LocalDate autumn = LocalDate.of(2026, 9, 1);

        assertThat(outcome(inItsFirst, LocalDate.of(2026, 2, 1), autumn)).isEmpty();
        assertThat(outcome(later, LocalDate.of(2026, 5, 1), autumn)).hasValue(new RenewalOutcome(10_000, 10_000));
        assertThat(outcome(later, LocalDate.of(2026, 6, 1), autumn)).isEmpty();
    }

    @Test
    void whatGoesOnWithOneLineWithoutAnEndAndDoesNotRenewItselfIsUndecided() {
        ContractRecord open =
                contract("c").line("core", 90).evergreen("plus", 10).build();

        assertThat(outcome(open, END, END.plusDays(90))).isEmpty();
    }

    @Test
    void whatIsClosedInALaterTermIsLostInThatOne() {
        ContractRecord closed = contract("c")
                .renewingItself(30)
                .closedOn("2026-06-10")
                .line("core", 100)
                .build();
        LocalDate today = LocalDate.of(2026, 6, 11);

        assertThat(outcome(closed, END, today)).hasValue(new RenewalOutcome(10_000, 10_000));
        assertThat(outcome(closed, END.plusYears(1), today)).hasValue(new RenewalOutcome(0, 0));
    }

    private static Optional<RenewalOutcome> outcome(ContractRecord contract, LocalDate renewalOn, LocalDate today) {
        Due due = new Due("c", renewalOn, new Money(10_000, "EUR"));
        return RenewalOutcome.of(due, List.of(contract), RememberedTerms.by(today));
    }

    private static Optional<RenewalOutcome> closedOn(String day) {
        ContractRecord contract =
                contract("c").renewingItself(30).closedOn(day).line("core", 100).build();
        Due due = new Due("c", END, new Money(10_000, "EUR"));
        return RenewalOutcome.of(due, List.of(contract), RememberedTerms.by(END.plusYears(1)));
    }
}
