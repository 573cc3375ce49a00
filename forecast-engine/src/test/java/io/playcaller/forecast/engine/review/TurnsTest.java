package io.playcaller.forecast.engine.review;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.memory.Due;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.engine.memory.TermOutcome;
import io.playcaller.forecast.engine.review.Turn.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void aRenewalUnderItsOwnNumberIsATurnWithWhatIsLeft() {
        List<Turn> turns = turns(contract("c1")
                .until("2027-01-01")
                .line("core", 80)
                .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                .moved(MovementKind.RENEWAL, "2026-01-01", 0, "core")
                .moved(MovementKind.CONTRACTION, "2026-01-01", -20, "core")
                .build());

        assertThat(turns).hasSize(1);
        assertThat(turns.get(0).kind()).isEqualTo(Kind.RENEWAL);
        assertThat(turns.get(0).before()).isEqualTo(100_00);
        assertThat(turns.get(0).after()).isEqualTo(80_00);
    }

    @Test
    void whatGoesOnUnderAnotherNumberIsNotLost() {
        List<Turn> turns = turns(
                contract("c1").closedOn("2025-12-20").line("core", 100).build(),
                contract("c2")
                        .from("2026-01-10")
                        .until("2027-01-10")
                        .line("core", 90)
                        .build());

        assertThat(turns).extracting(Turn::contractId, Turn::after).containsExactly(tuple("c1", 90_00L));
    }

    @Test
    void whatAnotherContractReplacesIsNotLostWhoeverClosesItAndWhen() {
        ContractRecord early = contract("c2")
                .from("2025-10-01")
                .until("2026-10-01")
                .replacing("c1")
                .line("core", 90)
                .build();

        for (ContractRecord old : List.of(
                contract("c1").line("core", 100).build(),
                contract("c1").closedOn("2025-10-01").line("core", 100).build())) {
            assertThat(turns(old, early))
                    .singleElement()
                    .isEqualTo(new Turn("c1", "acme", Kind.END, LocalDate.of(2025, 10, 1), "EUR", 100_00, 90_00, null));
        }
    }

    @Test
    void oneSuccessorSavesTwoContractsOnlyAsFarAsItReaches() {
        List<Turn> turns = turns(
                contract("c1").closedOn("2026-01-01").line("core", 100).build(),
                contract("c2").closedOn("2026-01-01").line("more", 100).build(),
                contract("c3")
                        .from("2026-01-01")
                        .until("2027-01-01")
                        .line("core", 150)
                        .build());

        assertThat(turns).extracting(Turn::after).containsExactly(100_00L, 50_00L);
    }

    @Test
    void aSuccessorSavesTheContractThatItReplacesAndNotWhatEndedBefore() {
        List<Turn> turns = turns(
                contract("a").closedOn("2025-12-20").line("core", 100).build(),
                replacingC(100),
                contract("c").until("2026-03-01").line("core", 100).build());

        assertThat(turns)
                .extracting(Turn::contractId, Turn::after)
                .containsExactly(tuple("a", 0L), tuple("c", 100_00L));
    }

    @Test
    void whatASuccessorIsWorthBeyondTheContractThatItReplacesSavesOthers() {
        List<Turn> turns = turns(
                contract("a").closedOn("2025-12-20").line("core", 100).build(),
                replacingC(160),
                contract("c").until("2026-03-01").line("core", 100).build());

        assertThat(turns).extracting(Turn::after).containsExactly(60_00L, 100_00L);
    }

    @Test
    void revenueThatIsCarriedOverIntoTheOtherAccountOfAMergeIsNotLost() {
        ContractRecord ended = contract("c1")
                .of("bought")
                .closedOn("2025-12-20")
                .line("core", 100)
                .build();
        ContractRecord carriedOver = contract("c2")
                .of("buyer")
                .from("2026-01-01")
                .until("2027-01-01")
                .line("core", 100)
                .build();
        List<ContractRecord> contracts = List.of(ended, carriedOver);
        AccountTree merged = new AccountTree(Map.of(), Map.of("bought", "buyer"));

        assertThat(Turns.of(new CustomerContracts(contracts, merged), List.of(), 30, TODAY))
                .singleElement()
                .isEqualTo(new Turn(
                        "c1",
                        "bought",
                        Kind.END,
                        LocalDate.of(2026, 1, 1),
                        "EUR",
                        100_00,
                        100_00,
                        null,
                        LocalDate.of(2025, 12, 20)));
        assertThat(Turns.of(new CustomerContracts(contracts, AccountTree.flat()), List.of(), 30, TODAY))
                .extracting(Turn::lost)
                .containsExactly(100_00L);
    }

    @Test
    void aRenewalThatOnlyTheEndTellsIsATurnByItsOutcome() {
        ContractRecord renewed =
                contract("c1").until("2027-01-01").line("core", 80).build();

        assertThat(turns(List.of(term("2026-01-01", 100, 80)), renewed))
                .containsExactly(
                        new Turn("c1", "acme", Kind.RENEWAL, LocalDate.of(2026, 1, 1), "EUR", 100_00, 80_00, null));
    }

    @Test
    void aRenewalIsOneTurnHoweverOftenItIsTold() {
        List<TermOutcome> outcome = List.of(term("2026-01-01", 100, 80));
        ContractRecord inWriting = contract("c1")
                .until("2027-01-01")
                .line("core", 80)
                .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                .moved(MovementKind.RENEWAL, "2025-12-20", -20, "core")
                .build();
        ContractRecord shrunkOnTheDay = contract("c1")
                .until("2027-01-01")
                .line("core", 80)
                .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                .moved(MovementKind.CONTRACTION, "2026-01-01", -20, "core")
                .build();
        ContractRecord ended =
                contract("c1").closedOn("2025-12-20").line("core", 100).build();
        ContractRecord next = contract("c2")
                .from("2026-01-10")
                .until("2027-01-10")
                .replacing("c1")
                .line("core", 80)
                .build();

        for (List<ContractRecord> told : List.of(
                List.of(inWriting),
                List.of(shrunkOnTheDay),
                List.of(ended, next),
                List.of(contract("c1").line("core", 100).build(), next))) {
            assertThat(turns(outcome, told.toArray(ContractRecord[]::new)))
                    .singleElement()
                    .satisfies(turn -> assertThat(turn.lost()).isEqualTo(20_00))
                    .satisfies(turn -> assertThat(turn.decides()).isTrue());
        }
    }

    @Test
    void aContractThatIsLostInItsNextTermWasKeptInTheOneBefore() {
        ContractRecord lost = contract("c1")
                .until("2026-03-01")
                .closedOn("2026-02-20")
                .line("core", 100)
                .build();

        assertThat(turns(List.of(term("2026-01-01", 100, 100)), lost))
                .extracting(Turn::kind, Turn::lost)
                .containsExactly(tuple(Kind.RENEWAL, 0L), tuple(Kind.END, 100_00L));
    }

    @Test
    void whatCameBackAfterTheGapWasLost() {
        List<Turn> turns = turns(
                contract("c1").closedOn("2025-12-20").line("core", 100).build(),
                contract("c2")
                        .from("2026-03-01")
                        .until("2027-03-01")
                        .line("core", 90)
                        .build());

        assertThat(turns.get(0).lost()).isEqualTo(100_00);
    }

    @Test
    void aContractionInTheTermIsALossAndNoDecision() {
        List<Turn> turns = turns(contract("c1")
                .until("2026-12-01")
                .line("core", 70)
                .moved(MovementKind.NEW, "2025-01-01", 100, "core")
                .moved(MovementKind.CONTRACTION, "2025-07-01", -30, "core")
                .build());

        assertThat(turns).hasSize(1);
        assertThat(turns.get(0).decides()).isFalse();
        assertThat(turns.get(0).lost()).isEqualTo(30_00);
    }

    @Test
    void aLineThatEndsBeforeItsContractIsALossOfItsOwnDay() {
        ContractRecord contract = contract("c1")
                .until("2026-12-01")
                .line("core", 70)
                .line("plus", 30, "2025-01-01", "2026-03-01")
                .build();

        assertThat(turns(contract))
                .containsExactly(
                        new Turn("c1", "acme", Kind.CONTRACTION, LocalDate.of(2026, 3, 1), "EUR", 100_00, 70_00, null));
    }

    @Test
    void whatIsAheadIsNoTurnYetAndWhatTheLedgerRefusesIsNone() {
        assertThat(turns(
                        contract("c1")
                                .until("2026-07-01")
                                .closedOn("2026-05-01")
                                .line("core", 100)
                                .build(),
                        contract("c2").closedOn("2025-12-20").line("core", -100).build()))
                .isEmpty();
    }

    private static TermOutcome term(String renewalOn, long due, long kept) {
        Due of = new Due("c1", LocalDate.parse(renewalOn), new Money(due * 100, "EUR"));
        return new TermOutcome(of, new RenewalOutcome(kept * 100, kept * 100));
    }

    private static List<Turn> turns(List<TermOutcome> terms, ContractRecord... contracts) {
        return Turns.of(CustomerContracts.ofOne(List.of(contracts)), terms, 30, TODAY);
    }

    private static List<Turn> turns(ContractRecord... contracts) {
        return Turns.of(List.of(contracts), 30, TODAY);
    }

    /** A year from 10 January on, in place of the contract {@code c}. */
    private static ContractRecord replacingC(long euros) {
        return contract("b")
                .from("2026-01-10")
                .until("2027-01-10")
                .replacing("c")
                .line("core", euros)
                .build();
    }
}
