package io.playcaller.forecast.engine.memory;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.Contracts;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Two contracts end at nearly the same time, and a third says which of them it goes on from. */
class NamedSuccessorTest {

    private static final LocalDate LOST_ON = LocalDate.of(2026, 1, 1);
    private static final LocalDate RENEWAL = LocalDate.of(2026, 3, 1);

    @Test
    void aSuccessorKeepsTheContractThatItReplacesAndNotTheOther() {
        List<ContractRecord> account = List.of(lost(), replaced(), next(100));

        assertThat(outcome("a", LOST_ON, account)).isEqualTo(new RenewalOutcome(0, 0));
        assertThat(outcome("c", RENEWAL, account)).isEqualTo(new RenewalOutcome(100_00, 100_00));
    }

    @Test
    void oneThatIsReplacedAfterItsEndStillComesBeforeWhatEndsLater() {
        List<ContractRecord> account =
                List.of(ended("a", "2026-01-15"), ended("c", "2026-01-05"), next("2026-01-20", 100));

        assertThat(outcome("a", LocalDate.of(2026, 1, 15), account)).isEqualTo(new RenewalOutcome(0, 0));
        assertThat(outcome("c", LocalDate.of(2026, 1, 5), account)).isEqualTo(new RenewalOutcome(100_00, 100_00));
    }

    @Test
    void whoeverIsReplacedLongAfterItsEndKeepsNothingThatOthersMiss() {
        List<ContractRecord> account =
                List.of(ended("a", "2026-01-15"), ended("c", "2025-10-01"), next("2026-01-20", 100));

        assertThat(outcome("a", LocalDate.of(2026, 1, 15), account)).isEqualTo(new RenewalOutcome(100_00, 100_00));
        assertThat(outcome("c", LocalDate.of(2025, 10, 1), account)).isEqualTo(new RenewalOutcome(0, 0));
    }

    @Property(tries = 200)
    void noMoreIsKeptThanGoesOnAndTheOneThatIsReplacedComesFirst(@ForAll @IntRange(max = 400) int arr) {
        List<ContractRecord> account = List.of(lost(), replaced(), next(arr));

        assertThat(outcome("c", RENEWAL, account).kept()).isEqualTo(Math.min(arr, 100) * 100L);
        assertThat(outcome("a", LOST_ON, account).kept()).isEqualTo(Math.min(Math.max(arr - 100, 0), 100) * 100L);
    }

    private static ContractRecord lost() {
        return contract("a").closedOn("2025-12-20").line("core", 100).build();
    }

    private static ContractRecord replaced() {
        return contract("c").until("2026-03-01").line("core", 100).build();
    }

    private static ContractRecord next(long arr) {
        return next("2026-01-10", arr);
    }

    private static ContractRecord next(String from, long arr) {
        Contracts next = contract("b").from(from).until("2027-02-01").replacing("c");
        return next.line("core", arr).build();
    }

    private static RenewalOutcome outcome(String contractId, LocalDate renewalOn, List<ContractRecord> account) {
        Due due = new Due(contractId, renewalOn, new Money(100_00, "EUR"));
        return RenewalOutcome.of(due, account, RememberedTerms.by(renewalOn.plusYears(1)))
                .orElseThrow();
    }

    private static ContractRecord ended(String id, String day) {
        return contract(id).until(day).closedOn(day).line("core", 100).build();
    }
}
