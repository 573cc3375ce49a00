package io.playcaller.forecast.engine.memory;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
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

    private static Optional<RenewalOutcome> closedOn(String day) {
        ContractRecord contract =
                contract("c").renewingItself(30).closedOn(day).line("core", 100).build();
        Due due = new Due("c", END, new Money(10_000, "EUR"));
        return RenewalOutcome.of(due, List.of(contract), RememberedTerms.by(END.plusYears(1)));
    }
}
