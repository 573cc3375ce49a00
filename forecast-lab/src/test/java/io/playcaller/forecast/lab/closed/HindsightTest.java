package io.playcaller.forecast.lab.closed;

import static io.playcaller.forecast.lab.closed.Ledgers.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.memory.Deciding;
import io.playcaller.forecast.engine.memory.Due;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.engine.memory.TermOutcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HindsightTest {

    private static final LocalDate END = LocalDate.parse("2025-01-01");
    private static final int GAP_DAYS = 30;

    @Test
    void whatCameLaterIsNotKnown() {
        Hindsight ledger = ledger(
                contract("a", "2024-01-01", "2025-01-01", 1_000)
                        .moved(MovementKind.NEW, "2024-01-01", 1_000)
                        .moved(MovementKind.CONTRACTION, "2024-11-01", -400)
                        .cancelled("2024-11-15")
                        .closed("2024-12-20"),
                contract("b", "2024-12-15", "2025-12-15", 700));

        ContractSituation situation =
                ledger.situation("a", LocalDate.parse("2024-10-01"), GAP_DAYS).orElseThrow();

        assertThat(situation.terms().arr()).isEqualTo(new Money(1_000_00, "EUR"));
        assertThat(situation.terms().endKnownOn()).isNull();
        assertThat(situation.history().lastContractionOn()).isNull();
        assertThat(situation.history().customerSince()).isEqualTo("2024-01-01");
        assertThat(situation.health()).isNull();
    }

    @Test
    void whatRanOnStoodBeforeTheEndOfTheTermThatRanThen() {
        Hindsight ledger = ledger(contract("a", "2023-01-01", "2024-01-01", 1_000)
                .renewingItself()
                .cancelled("2026-10-15")
                .closed("2027-01-20"));

        LocalDate day = LocalDate.parse("2026-09-01");
        assertThat(ledger.situation("a", day, GAP_DAYS).orElseThrow().terms().renewalOn())
                .isEqualTo("2027-01-01");
        assertThat(ledger.situation("a", day, GAP_DAYS).orElseThrow().terms().noticeBy())
                .isEqualTo("2026-11-02");
    }

    @Test
    void whatRanOnIsLookedAtAsFarFromTheEndOfItsTermAsWhatWasRenewed() {
        Ledgers ranOn = contract("a", "2024-01-01", "2025-01-01", 1_000).renewingItself();
        Ledgers next = contract("b", "2026-11-20", "2027-11-20", 1_000).replacing("a");

        assertThat(daysToRenewal(ranOn, next)).containsExactly("180 of 180", "90 of 90");
        assertThat(daysToRenewal(ranOn.closed("2026-06-15"))).isEmpty();
        assertThat(daysToRenewal(ranOn.closed("2026-11-20"))).containsExactly("180 of 180", "90 of 90");
        assertThat(daysToRenewal(ranOn.cancelled("2026-10-15").closed("2026-10-15")))
                .containsExactly("180 of 180", "90 of 90");
    }

    @Test
    void aRenewalThatWasSignedEarlyInALaterTermEndsIt() {
        assertThat(daysToRenewal(contract("a", "2023-01-01", "2024-01-01", 1_000)
                        .renewingItself()
                        .moved(MovementKind.NEW, "2023-01-01", 1_000)
                        .moved(MovementKind.RENEWAL, "2024-11-20", 0)))
                .containsExactly("180 of 180", "90 of 90", "30 of 30");
    }

    @Test
    void aTermEndsAtTheRenewalThatWasAheadThen() {
        Hindsight ledger = ledger(contract("a", "2023-01-01", "2026-01-01", 1_000)
                .moved(MovementKind.NEW, "2023-01-01", 1_000)
                .moved(MovementKind.RENEWAL, "2024-01-01", 0)
                .moved(MovementKind.RENEWAL, "2025-01-01", 0));

        assertThat(ledger.situation("a", LocalDate.parse("2024-06-01"), GAP_DAYS)
                        .orElseThrow()
                        .terms()
                        .renewalOn())
                .isEqualTo("2025-01-01");
        assertThat(ledger.situation("a", LocalDate.parse("2024-06-01"), GAP_DAYS)
                        .orElseThrow()
                        .history()
                        .renewals())
                .isEqualTo(1);
    }

    @Test
    void aTermEndsAtTheRenewalThatOnlyItsOutcomeTells() {
        TermOutcome term =
                new TermOutcome(new Due("a", END, new Money(1_000_00, "EUR")), new RenewalOutcome(1_000_00, 1_000_00));
        List<ContractRecord> moved =
                List.of(contract("a", "2024-01-01", "2026-01-01", 1_000).build());

        assertThat(new Hindsight(moved, List.of(), List.of(term))
                        .situation("a", LocalDate.parse("2024-06-01"), GAP_DAYS)
                        .orElseThrow()
                        .terms()
                        .renewalOn())
                .isEqualTo(END);
        assertThat(days(new Hindsight(moved, List.of(), List.of(term)), Map.of()))
                .containsExactly("180 ledger", "90 ledger", "30 ledger");
        assertThat(days(new Hindsight(moved, List.of()), Map.of())).isEmpty();
    }

    @Test
    void anInvoiceThatWasPaidLaterWasOverdueThen() {
        Hindsight ledger = new Hindsight(
                List.of(contract("a", "2024-01-01", "2025-01-01", 1_000).build()),
                List.of(new InvoiceChanged(
                        "acme",
                        "i1",
                        null,
                        new Money(100, "EUR"),
                        LocalDate.parse("2024-05-01"),
                        LocalDate.parse("2024-06-01"),
                        LocalDate.parse("2024-09-01"),
                        1,
                        null)));

        assertThat(overdue(ledger, "2024-07-01")).isEqualTo(30);
        assertThat(overdue(ledger, "2024-10-01")).isZero();
        assertThat(overdue(ledger, "2024-04-01")).isZero();
    }

    @Test
    void anEndThatWasOnRecordIsNotLearntFrom() {
        Hindsight ledger = ledger(contract("a", "2024-01-01", "2025-01-01", 1_000)
                .cancelled("2024-09-01")
                .closed("2024-12-20"));

        assertThat(days(ledger, Map.of())).containsExactly("180 ledger");
    }

    @Test
    void aContractThatWasReplacedBeforeItsEndIsLearntFromWhileItRan() {
        Hindsight ledger = ledger(
                contract("a", "2024-01-01", "2025-01-01", 1_000),
                contract("b", "2024-11-01", "2025-11-01", 1_000).replacing("a"));

        assertThat(days(ledger, Map.of())).containsExactly("180 ledger", "90 ledger");
    }

    @Test
    void whatAForecastWasMadeFromIsBetterThanTheLedger() {
        Hindsight ledger =
                ledger(contract("a", "2024-01-01", "2025-01-01", 1_000).closed("2024-12-20"));
        LocalDate day = END.minusDays(92);
        ContractSituation kept = ledger.situation("a", day, GAP_DAYS).orElseThrow();

        assertThat(days(ledger, Map.of("a", new TreeMap<>(Map.of(day, kept)))))
                .containsExactly("180 ledger", "90 remembered", "30 ledger");
    }

    @Test
    void aRenewalThatWasSignedEarlyTeachesNothingFromTheDayOnThatItWasOnRecord() {
        Hindsight ledger = ledger(contract("a", "2024-01-01", "2026-01-01", 1_000)
                .moved(MovementKind.NEW, "2024-01-01", 1_000)
                .moved(MovementKind.RENEWAL, "2025-01-01", 0));

        assertThat(days(ledger, Map.of("a", kept(END.minusDays(30), "2026-01-01"))))
                .containsExactly("180 ledger", "90 ledger");
    }

    @Test
    void aLossThatCameBeforeTheDayThatWasForecastIsLearntFromTheLedger() {
        Hindsight ledger =
                ledger(contract("a", "2024-01-01", "2025-01-01", 1_000).closed("2024-12-20"));

        assertThat(days(ledger, Map.of("a", kept(END.minusDays(30), "2026-01-01"))))
                .containsExactly("180 ledger", "90 ledger", "30 ledger");
    }

    @Test
    void aForecastOfTheTermBeforeIsNotOneOfThisTerm() {
        Hindsight ledger = ledger(contract("a", "2024-01-01", "2025-02-01", 1_000)
                .moved(MovementKind.NEW, "2024-01-01", 1_000)
                .moved(MovementKind.RENEWAL, "2024-12-01", 0)
                .moved(MovementKind.RENEWAL, "2025-01-01", 0));

        assertThat(days(ledger, Map.of("a", kept(LocalDate.parse("2024-11-30"), "2024-12-01"))))
                .containsExactly("180 ledger", "90 ledger", "30 ledger", "30 ledger");
    }

    @Test
    void anEndThatAContractMayStillFollowIsNotSettled() {
        Hindsight ledger =
                ledger(contract("a", "2024-01-01", "2025-01-01", 1_000).closed("2024-12-20"));

        assertThat(Examples.of(ledger, Map.of(), List.of(90), on(END.plusDays(29))))
                .isEmpty();
        assertThat(Examples.of(ledger, Map.of(), List.of(90), on(END.plusDays(30))))
                .hasSize(1);
    }

    private static List<String> days(Hindsight ledger, Map<String, TreeMap<LocalDate, ContractSituation>> remembered) {
        return Examples.of(ledger, remembered, List.of(180, 90, 30), on(END.plusDays(60))).stream()
                .map(example -> example.horizonDays() + (example.remembered() ? " remembered" : " ledger"))
                .toList();
    }

    /** Of what is taught the horizons, and how far ahead the renewal was then. */
    private static List<String> daysToRenewal(Ledgers... contracts) {
        return Examples.of(ledger(contracts), Map.of(), List.of(180, 90, 30), on(LocalDate.parse("2027-03-01")))
                .stream()
                .map(example -> example.horizonDays() + " of "
                        + ChronoUnit.DAYS.between(
                                example.situation().today(),
                                example.situation().terms().renewalOn()))
                .toList();
    }

    /** What a forecast was made from on {@code day}, of a renewal on another. */
    private static TreeMap<LocalDate, ContractSituation> kept(LocalDate day, String renewalOn) {
        ContractSituation situation = ledger(contract("a", "2024-01-01", renewalOn, 1_000))
                .situation("a", day, GAP_DAYS)
                .orElseThrow();
        return new TreeMap<>(Map.of(day, situation));
    }

    private static Deciding on(LocalDate today) {
        return new Deciding(GAP_DAYS, ShortTerms.defaults(), today);
    }

    private static int overdue(Hindsight ledger, String day) {
        Optional<ContractSituation> situation = ledger.situation("a", LocalDate.parse(day), GAP_DAYS);
        return situation.orElseThrow().payments().overdueDays();
    }

    private static Hindsight ledger(Ledgers... contracts) {
        return new Hindsight(Stream.of(contracts).map(Ledgers::build).toList(), List.of());
    }
}
