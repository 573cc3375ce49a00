package io.playcaller.forecast.lab.closed;

import static io.playcaller.forecast.lab.closed.Ledgers.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.memory.Due;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.engine.memory.TermOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndingsTest {

    private static final int GAP_DAYS = 30;

    @Test
    void aClosedContractWithoutASuccessorIsLost() {
        assertThat(kept(contract("a", "2024-01-01", "2025-01-01", 1_000).closed("2024-12-20")))
                .containsExactly("a 2025-01-01 0.0");
    }

    @Test
    void aSuccessorUnderANewNumberIsARenewalWithWhatItIsWorth() {
        assertThat(kept(
                        contract("a", "2024-01-01", "2025-01-01", 1_000).closed("2024-12-20"),
                        contract("b", "2025-01-10", "2026-01-10", 800)))
                .containsExactly("a 2025-01-01 0.8");
    }

    @Test
    void aRenewalTeachesTheSameHoweverItIsWritten() {
        Ledgers early = contract("b", "2024-10-01", "2025-10-01", 800).replacing("a");

        assertThat(kept(contract("a", "2024-01-01", "2025-01-01", 1_000), early))
                .containsExactly("a 2025-01-01 0.8");
        assertThat(kept(contract("a", "2024-01-01", "2025-01-01", 1_000).closed("2024-10-01"), early))
                .containsExactly("a 2025-01-01 0.8");
        assertThat(kept(
                        contract("a", "2024-01-01", "2025-01-01", 1_000),
                        contract("b", "2025-03-01", "2026-03-01", 800).replacing("a")))
                .containsExactly("a 2025-01-01 0.8");
    }

    @Test
    void whoComesBackLongAfterTheEndWasLostWhateverTheNewContractReplaces() {
        assertThat(kept(
                        contract("a", "2024-01-01", "2025-01-01", 1_000).closed("2024-12-20"),
                        contract("b", "2025-06-01", "2026-06-01", 1_000).replacing("a")))
                .containsExactly("a 2025-01-01 0.0");
    }

    @Test
    void aContractThatIsReplacedEarlyIsWorthWhatItWasOnTheDayBefore() {
        assertThat(kept(
                        contract("a", "2024-01-01", "2025-01-01", 1_000)
                                .moved(MovementKind.NEW, "2024-01-01", 1_000)
                                .moved(MovementKind.CONTRACTION, "2024-05-01", -200),
                        contract("b", "2024-10-01", "2025-10-01", 800).replacing("a")))
                .containsExactly("a 2025-01-01 1.0");
    }

    @Test
    void whoIsBackWithinTheReactivationGapRenewed() {
        Ledgers old = contract("a", "2024-01-01", "2025-01-01", 1_000).closed("2024-12-20");
        Ledgers next = contract("b", "2025-02-10", "2026-02-10", 1_000);

        assertThat(kept(40, List.of(), old, next)).containsExactly("a 2025-01-01 1.0");
        assertThat(kept(39, List.of(), old, next)).containsExactly("a 2025-01-01 0.0");
    }

    @Test
    void contractsThatBecomeOneShareWhatGoesOn() {
        assertThat(kept(
                        contract("a", "2024-01-01", "2025-01-01", 1_000).closed("2024-12-20"),
                        contract("b", "2024-02-01", "2025-01-15", 3_000).closed("2025-01-10"),
                        contract("c", "2025-01-15", "2026-01-15", 5_000)))
                .containsExactly("a 2025-01-01 1.25", "b 2025-01-15 1.25");
    }

    @Test
    void aRenewalThatIsOnRecordInAContractThatGoesOnEndsATerm() {
        assertThat(kept(contract("a", "2023-01-01", "2026-01-01", 1_000)
                        .moved(MovementKind.NEW, "2023-01-01", 1_000)
                        .moved(MovementKind.RENEWAL, "2024-01-01", 0)
                        .moved(MovementKind.EXPANSION, "2024-01-01", 500)
                        .moved(MovementKind.RENEWAL, "2025-01-01", 0)))
                .containsExactly("a 2024-01-01 1.5", "a 2025-01-01 1.0");
    }

    @Test
    void renewalsOnRecordAreTaughtOfAContractWhoseEndNobodyMoved() {
        Ledgers ranOn = contract("a", "2023-01-01", "2024-01-01", 1_000)
                .renewingItself()
                .moved(MovementKind.NEW, "2023-01-01", 1_000)
                .moved(MovementKind.RENEWAL, "2024-01-01", 0)
                .moved(MovementKind.RENEWAL, "2025-01-01", 0);

        assertThat(kept(ranOn)).containsExactly("a 2024-01-01 1.0", "a 2025-01-01 1.0");
        assertThat(kept(ranOn.closed("2026-01-01")))
                .containsExactly("a 2024-01-01 1.0", "a 2025-01-01 1.0", "a 2026-01-01 0.0");
        assertThat(kept(ranOn.closed("2025-01-01"))).containsExactly("a 2024-01-01 1.0", "a 2025-01-01 0.0");
    }

    @Test
    void aContractThatRanOnEndsWithTheTermInWhichItWasClosed() {
        Ledgers ranOn = contract("a", "2024-01-01", "2025-01-01", 1_000)
                .renewingItself()
                .closed("2026-06-10");

        assertThat(kept(ranOn)).containsExactly("a 2027-01-01 0.0");
        assertThat(kept(List.of(term("a", "2025-01-01", 1_000, 1_000)), ranOn))
                .containsExactly("a 2025-01-01 1.0", "a 2027-01-01 0.0");
        assertThat(kept(
                        ranOn,
                        contract("b", "2024-12-20", "2025-12-20", 500),
                        contract("c", "2026-06-10", "2027-06-10", 800)))
                .containsExactly("a 2027-01-01 0.8");
    }

    @Test
    void whatIsClosedInTheReactivationGapOfATermEndedWithThatTerm() {
        Ledgers yearly = contract("a", "2024-01-01", "2025-01-01", 1_000).renewingItself();

        assertThat(kept(yearly.closed("2026-01-31"))).containsExactly("a 2026-01-01 0.0");
        assertThat(kept(yearly.closed("2026-02-01"))).containsExactly("a 2027-01-01 0.0");
        assertThat(kept(yearly.cancelled("2026-10-15").closed("2026-10-15"))).containsExactly("a 2027-01-01 0.0");
    }

    @Test
    void aMonthThatIsClosedInItsSecondHalfIsTheOneThatIsLost() {
        Ledgers monthly = contract("a", "2026-01-01", "2026-02-01", 1_000).renewingItself();
        Due april = new Due(
                "a", LocalDate.parse("2026-05-01"), new Money(1_000_00, "EUR"), LocalDate.parse("2026-04-01"), null);

        assertThat(kept(monthly.closed("2026-05-10"))).containsExactly("a 2026-05-01 0.0");
        assertThat(kept(monthly.closed("2026-05-20"))).containsExactly("a 2026-06-01 0.0");
        assertThat(endings(monthly)).extracting(Ending::startsOn).containsExactly(LocalDate.parse("2026-05-01"));
        assertThat(kept(List.of(new TermOutcome(april, new RenewalOutcome(1_000_00, 1_000_00))), monthly))
                .containsExactly("a 2026-05-01 1.0", "a 2026-06-01 0.0");
    }

    @Test
    void aContractThatRanOnIsWorthWhatItWasThen() {
        Ledgers moved = contract("a", "2024-01-01", "2025-01-01", 2_000)
                .renewingItself()
                .moved(MovementKind.NEW, "2024-01-01", 1_000)
                .moved(MovementKind.EXPANSION, "2025-06-01", 1_000);
        Ledgers next = contract("b", "2026-03-01", "2027-03-01", 1_000).replacing("a");

        assertThat(kept(moved, next)).containsExactly("a 2027-01-01 0.5");
        assertThat(kept(moved.closed("2026-03-10"), next)).containsExactly("a 2027-01-01 0.5");
    }

    @Test
    void whatGoesOnInAnotherCurrencyRenewedAndNoShareSaysWithHowMuch() {
        Ledgers dollars =
                contract("a", "2024-01-01", "2025-01-01", 10_000).in("USD").closed("2024-12-20");
        Ledgers yen = contract("b", "2025-01-01", "2026-01-01", 15_000).in("JPY");
        Ledgers more = contract("c", "2025-01-01", "2026-01-01", 20_000).in("USD");

        for (List<Ending> endings :
                List.of(endings(dollars, yen), endings(dollars, yen.replacing("a")), endings(dollars, yen, more))) {
            assertThat(endings).singleElement().satisfies(ending -> {
                assertThat(ending.renewed()).isTrue();
                assertThat(ending.isMeasured()).isFalse();
                assertThat(ending.contracted()).isFalse();
                assertThat(ending.expanded()).isFalse();
            });
        }
        assertThat(endings(dollars)).singleElement().matches(ending -> !ending.renewed());
    }

    @Test
    void whatTheLedgerRefusesTeachesNothing() {
        assertThat(kept(contract("a", "2025-01-01", "2024-01-01", 1_000).closed("2025-01-01")))
                .isEmpty();
    }

    @Test
    void lessAndMoreAreToldFromTheSame() {
        Ending less = new Ending("acme", "a", null, null, 0.99);
        Ending same = new Ending("acme", "a", null, null, 0.9999);
        Ending more = new Ending("acme", "a", null, null, 1.2);
        Ending lost = new Ending("acme", "a", null, null, 0);

        assertThat(Stream.of(less, same, more, lost).map(Ending::contracted))
                .containsExactly(true, false, false, false);
        assertThat(Stream.of(less, same, more, lost).map(Ending::expanded)).containsExactly(false, false, true, false);
        assertThat(Stream.of(less, same, more, lost).map(Ending::renewed)).containsExactly(true, true, true, false);
    }

    @Test
    void aRenewalThatOnlyTheEndTellsIsTaughtByItsOutcome() {
        TermOutcome less = term("a", "2025-01-01", 1_000, 800);

        assertThat(kept(List.of(less), contract("a", "2024-01-01", "2026-01-01", 800)))
                .containsExactly("a 2025-01-01 0.8");
        assertThat(kept(
                        List.of(less, term("a", "2026-01-01", 800, 1_200)),
                        contract("a", "2024-01-01", "2027-01-01", 1_200).closed("2026-12-01")))
                .containsExactly("a 2025-01-01 0.8", "a 2026-01-01 1.5", "a 2027-01-01 0.0");
    }

    @Test
    void aTermBeginsWithTheRenewalThatOnlyItsOutcomeTells() {
        List<Ending> endings = Endings.of(
                List.of(contract("a", "2024-01-01", "2026-01-01", 800)
                        .closed("2025-12-01")
                        .build()),
                List.of(term("a", "2025-01-01", 800, 800)),
                GAP_DAYS);

        assertThat(endings)
                .extracting(Ending::startsOn)
                .containsExactly(LocalDate.parse("2024-01-01"), LocalDate.parse("2025-01-01"));
    }

    @Test
    void aRenewalInWritingIsTaughtOnceWhateverItsOutcome() {
        assertThat(kept(
                        List.of(term("a", "2025-01-01", 1_000, 1_500)),
                        contract("a", "2024-01-01", "2026-01-01", 1_500)
                                .moved(MovementKind.NEW, "2024-01-01", 1_000)
                                .moved(MovementKind.RENEWAL, "2024-12-20", 500)))
                .containsExactly("a 2024-12-20 1.5");
        assertThat(kept(
                        List.of(term("a", "2025-01-01", 1_000, 800)),
                        contract("a", "2024-01-01", "2025-01-01", 1_000).closed("2024-12-20"),
                        contract("b", "2025-01-10", "2026-01-10", 800)))
                .containsExactly("a 2025-01-01 0.8");
    }

    private static TermOutcome term(String id, String renewalOn, long due, long net) {
        Due of = new Due(id, LocalDate.parse(renewalOn), new Money(due * 100, "EUR"));
        return new TermOutcome(of, new RenewalOutcome(Math.min(due, net) * 100, net * 100));
    }

    private static List<ContractRecord> records(Ledgers... contracts) {
        return Stream.of(contracts).map(Ledgers::build).toList();
    }

    private static List<Ending> endings(Ledgers... contracts) {
        return Endings.of(records(contracts), List.of(), GAP_DAYS);
    }

    private static List<String> kept(Ledgers... contracts) {
        return kept(List.of(), contracts);
    }

    private static List<String> kept(List<TermOutcome> terms, Ledgers... contracts) {
        return kept(GAP_DAYS, terms, contracts);
    }

    private static List<String> kept(int gapDays, List<TermOutcome> terms, Ledgers... contracts) {
        return Endings.of(records(contracts), terms, gapDays).stream()
                .map(ending -> ending.contractId() + " " + ending.on() + " " + ending.kept())
                .toList();
    }
}
