package io.playcaller.forecast.engine.review;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.memory.Due;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.engine.memory.TermOutcome;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** One renewal of a contract of 100, in the ways in which CRMs write it. */
class OneRenewalOneTurnTest {

    private static final LocalDate END = LocalDate.of(2026, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Property(tries = 200)
    void aRenewalIsOneTurnWithOneLossHoweverItIsWritten(@ForAll @IntRange(min = 1, max = 200) int next) {
        TermOutcome outcome = new TermOutcome(
                new Due("c1", END, new Money(100_00, "EUR")),
                new RenewalOutcome(Math.min(100, next) * 100L, next * 100L));

        for (List<ContractRecord> told :
                List.of(movement(next), laterEnd(next), replaced(next), List.of(closed(), successor(next, null)))) {
            assertThat(Turns.of(CustomerContracts.ofOne(told), List.of(outcome), 30, TODAY))
                    .singleElement()
                    .satisfies(turn -> assertThat(turn.on()).isEqualTo(END))
                    .satisfies(turn -> assertThat(turn.decides()).isTrue())
                    .satisfies(turn -> assertThat(turn.lost()).isEqualTo(Math.max(0, 100 - next) * 100L));
        }
    }

    private static List<ContractRecord> movement(long next) {
        return List.of(contract("c1")
                .until("2027-01-01")
                .line("core", next)
                .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                .moved(MovementKind.RENEWAL, "2026-01-01", next - 100, "core")
                .build());
    }

    private static List<ContractRecord> laterEnd(long next) {
        return List.of(contract("c1").until("2027-01-01").line("core", next).build());
    }

    private static List<ContractRecord> replaced(long next) {
        return List.of(contract("c1").line("core", 100).build(), successor(next, "c1"));
    }

    private static ContractRecord closed() {
        return contract("c1").closedOn("2025-12-20").line("core", 100).build();
    }

    private static ContractRecord successor(long next, String replaces) {
        return contract("c2")
                .from("2026-01-01")
                .until("2027-01-01")
                .replacing(replaces)
                .line("core", next)
                .build();
    }
}
