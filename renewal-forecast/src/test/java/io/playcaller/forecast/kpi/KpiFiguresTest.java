package io.playcaller.forecast.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.review.RiskEpisode;
import io.playcaller.forecast.engine.review.SaveRates;
import io.playcaller.forecast.engine.review.SaveRule;
import io.playcaller.forecast.engine.review.Turn;
import io.playcaller.forecast.engine.review.Turn.Kind;
import io.playcaller.forecast.engine.survival.Wait;
import io.playcaller.forecast.ledger.CustomerRetention;
import io.playcaller.forecast.outcome.Adoption;
import io.playcaller.forecast.outcome.ReferenceCount;
import io.playcaller.forecast.outcome.SaveTable;
import io.playcaller.forecast.outcome.TimeToValue;
import io.playcaller.forecast.outcome.Waits.Cohort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KpiFiguresTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 4, 1);
    private static final Instant CLOSED_AT = Instant.parse("2026-04-16T00:00:05Z");

    @Test
    void aQuarterOfWhichNothingIsKnownSaysWhyOfEachFigure() {
        List<Kpi> figures = KpiFigures.of(nothing("2026-Q1"), nothing("2025-Q4"));

        assertThat(figures)
                .extracting(Kpi::key)
                .containsExactly(
                        "grr", "time-to-value", "adoption-index", "nrr", "save-rate", "referenceable-accounts");
        assertThat(figures.subList(0, 5)).allMatch(figure -> figure.now() == null && figure.note() != null);
        assertThat(figures.get(5).now()).isNotNull();
        assertThat(figures.get(5).now().value()).isEqualByComparingTo("0");
    }

    @Test
    void eachCurrencyHasItsFigureAndTheQuarterBeforeStandsBeside() {
        Turn saved = new Turn("c", "a", Kind.RENEWAL, FROM, "EUR", 1_000, 1_000, null);
        RiskEpisode risk = new RiskEpisode("a", Set.of(Reason.USAGE_DROP), FROM.minusDays(9), null);
        QuarterFacts now = new QuarterFacts(
                "2026-Q1",
                QuarterRetention.of(KeptQuarter.of(List.of(
                        KeptQuarter.contract("a", "c1", new Money(9_00, "EUR"), null),
                        KeptQuarter.contract("b", "c2", new Money(9_00, "USD"), null)))),
                waits(List.of(new Wait(10, true), new Wait(20, true), new Wait(90, false))),
                Adoption.of(List.of(new Adoption.Sums(UNTIL, "smb", 2, 100_000, 5_200_000_000.0, true))),
                SaveTable.of(
                        SaveRates.of(SaveRates.items(
                                List.of(saved), List.of(risk), AccountTree.flat(), SaveRule.defaults())),
                        FROM,
                        UNTIL,
                        SaveRule.defaults()),
                ReferenceCount.of(List.of(), new CustomerContracts(List.of(), AccountTree.flat()), UNTIL));

        List<Kpi> figures = KpiFigures.of(now, nothing("2025-Q4"));

        assertThat(figures).filteredOn(figure -> figure.key().equals("grr")).hasSize(2);
        assertThat(figures).allMatch(figure -> figure.note() == null);
        assertThat(figures.get(0).before()).isNull();
        assertThat(figures.get(2).now()).isNotNull();
        assertThat(figures.get(2).now().value()).isEqualByComparingTo("20");
        assertThat(figures.get(2).now().n()).isEqualTo(3);
    }

    @Test
    void grrAndNrrOfAClosedQuarterAreThoseOfTheBoardAndMeanWhatTheLedgerSays() {
        CustomerRetention stayed = KeptQuarter.of(List.of(contract("c1", null), contract("c2", null)));
        CustomerRetention left = KeptQuarter.of(List.of(contract("c1", null), contract("c2", FROM.plusDays(40))));

        List<Kpi> figures = KpiFigures.of(
                quarter("2026-Q1", left.closed(stayed.said().closed(CLOSED_AT))), quarter("2025-Q4", stayed));

        Kpi grr = figures.get(0);
        assertThat(grr.now().value()).isEqualByComparingTo("1");
        assertThat(grr.now().closedAt()).isEqualTo(CLOSED_AT);
        assertThat(grr.before().closedAt()).isNull();
        assertThat(grr.note()).isEqualTo("2026-Q1 is closed; by what is known now it would be 0.5000");
        assertThat(grr.meaning().grain()).contains("back within 30 days it never left");
        assertThat(figures.get(3).meaning().definition())
                .startsWith(stayed.said().meaning().nrr())
                .contains("expansion and uplift");
    }

    @Test
    void aQuarterThatWasClosedUnderAnotherDefinitionIsSaidToBe() {
        RetentionDefinition withoutUplift = new RetentionDefinition(
                KeptQuarter.OWN.grain(), KeptQuarter.OWN.currencyRule(), KeptQuarter.OWN.reactivationGapDays(), false);
        List<ContractRecord> contracts = List.of(contract("c1", null));

        List<Kpi> figures = KpiFigures.of(
                quarter("2026-Q1", KeptQuarter.of(contracts)),
                quarter("2025-Q4", KeptQuarter.of(withoutUplift, contracts)));

        assertThat(figures.get(3).note())
                .startsWith("2025-Q4 is closed under another definition")
                .contains("expansion, without uplift");
    }

    private static ContractRecord contract(String id, @Nullable LocalDate closedOn) {
        return KeptQuarter.contract("a-" + id, id, new Money(1_000_00, "EUR"), closedOn);
    }

    private static QuarterFacts nothing(String quarter) {
        return quarter(quarter, KeptQuarter.of(List.of()));
    }

    private static QuarterFacts quarter(String quarter, CustomerRetention kept) {
        return new QuarterFacts(
                quarter,
                QuarterRetention.of(kept),
                waits(List.of()),
                Adoption.of(List.of()),
                SaveTable.of(List.of(), FROM, UNTIL, SaveRule.defaults()),
                ReferenceCount.of(List.of(), new CustomerContracts(List.of(), AccountTree.flat()), UNTIL));
    }

    private static TimeToValue waits(List<Wait> waits) {
        return TimeToValue.of(Map.of("smb", waits), "first-value", new Cohort(FROM, UNTIL), UNTIL);
    }
}
