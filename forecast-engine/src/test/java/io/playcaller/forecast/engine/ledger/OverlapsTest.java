package io.playcaller.forecast.engine.ledger;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlapsTest {

    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    @Test
    void whatTwoAccountsBroughtIntoAMergeIsListed() {
        List<ContractRecord> both = List.of(
                contract("c1").of("x").line("core", 100).build(),
                contract("c2").of("y").line("core", 100).build());

        assertThat(ContractLedger.of(both).problems(JULY)).isEmpty();
        assertThat(ContractLedger.of(both, new AccountTree(Map.of(), Map.of("y", "x")))
                        .problems(JULY))
                .extracting(LedgerProblem::contractId, problem -> problem.code().key(), LedgerProblem::atStake)
                .containsExactly(tuple("c2", "lines-overlap", new Money(100_00, "EUR")));
    }

    @Test
    void twoContractsWithoutLinesAtTheSameTimeAreListed() {
        ContractLedger ledger = ContractLedger.of(List.of(
                withoutLines("c1", "2025-01-01", "2026-01-01"),
                withoutLines("c2", "2025-03-01", "2026-03-01"),
                withoutLines("later", "2026-03-01", "2027-03-01")));

        assertThat(ledger.problems(JULY))
                .extracting(LedgerProblem::contractId, LedgerProblem::detail, LedgerProblem::atStake)
                .containsExactly(tuple(
                        "c2", "contracts c1 and c2 list no lines and run at the same time", new Money(100_00, "EUR")));
    }

    @Test
    void aContractWithoutLinesThatAnotherReplacesIsNotBesideIt() {
        ContractLedger ledger = ContractLedger.of(List.of(
                withoutLines("c1", "2025-01-01", "2026-01-01"),
                contract("c2")
                        .from("2025-06-01")
                        .until("2026-06-01")
                        .replacing("c1")
                        .moved(MovementKind.NEW, "2025-06-01", 100, null)
                        .build()));

        assertThat(ledger.problems(JULY))
                .extracting(problem -> problem.code().key())
                .containsExactly("replaced-early");
    }

    @Test
    void twoProductsThatOverlapAreListedTogetherWithTheMoneyOfBoth() {
        ContractLedger ledger = ContractLedger.of(List.of(
                contract("c5").line("p", 100).line("q", 50).build(),
                contract("c6").line("p", 100).line("q", 50).build()));

        assertThat(ledger.problems(JULY))
                .extracting(LedgerProblem::contractId, LedgerProblem::detail, LedgerProblem::atStake)
                .containsExactly(tuple(
                        "c6",
                        "lines c5-p and c6-p both sell p at the same time; lines c5-q and c6-q both sell q at the same"
                                + " time",
                        new Money(150_00, "EUR")));
    }

    @Test
    void whatGoesOnByItselfBesideAnotherThatNamesNoneItReplacesIsListed() {
        ContractRecord next = contract("c2")
                .from("2026-01-01")
                .until("2027-01-01")
                .line("core", 100)
                .build();

        assertThat(ContractLedger.of(List.of(
                                contract("c1")
                                        .renewingItself(30)
                                        .line("core", 100)
                                        .build(),
                                next))
                        .problems(LocalDate.of(2026, 7, 1)))
                .extracting(LedgerProblem::contractId, problem -> problem.code().key(), LedgerProblem::atStake)
                .containsExactly(tuple("c2", "lines-overlap", new Money(100_00, "EUR")));
        assertThat(ContractLedger.of(List.of(contract("c1").line("core", 100).build(), next))
                        .problems(JULY))
                .isEmpty();
    }

    @Test
    void whatWasCancelledInALaterTermEndsWithThatTerm() {
        Contracts cancelled =
                contract("c1").renewingItself(30).line("core", 100).cancelledOn("2026-10-15");
        ContractRecord after = contract("c2")
                .from("2027-01-01")
                .until("2028-01-01")
                .line("core", 100)
                .build();
        ContractRecord before = contract("c2")
                .from("2026-12-01")
                .until("2027-12-01")
                .line("core", 100)
                .build();

        LocalDate day = LocalDate.of(2026, 11, 1);
        assertThat(ContractLedger.of(List.of(cancelled.build(), after)).problems(day))
                .isEmpty();
        assertThat(ContractLedger.of(List.of(cancelled.build(), before)).problems(day))
                .extracting(problem -> problem.code().key())
                .containsExactly("lines-overlap");
    }

    @Test
    void whatTwoContractsReplaceIsAtStakeOnce() {
        ContractLedger ledger = ContractLedger.of(List.of(
                contract("c1").line("p", 60).line("q", 40).build(),
                contract("c2")
                        .from("2025-06-01")
                        .until("2026-06-01")
                        .line("p", 60)
                        .replacing("c1")
                        .build(),
                contract("c3")
                        .from("2025-07-01")
                        .until("2026-07-01")
                        .line("q", 40)
                        .replacing("c1")
                        .build()));

        assertThat(ledger.problems(JULY))
                .extracting(LedgerProblem::contractId, problem -> problem.code().key(), LedgerProblem::atStake)
                .containsExactly(tuple("c1", "replaced-early", new Money(100_00, "EUR")));
        assertThat(ledger.problems(JULY).get(0).detail()).contains("c2 stands").contains("c3 stands");
    }

    private static ContractRecord withoutLines(String id, String from, String until) {
        return contract(id)
                .from(from)
                .until(until)
                .moved(MovementKind.NEW, from, 100, null)
                .build();
    }
}
