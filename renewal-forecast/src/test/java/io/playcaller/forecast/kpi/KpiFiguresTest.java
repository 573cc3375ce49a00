package io.playcaller.forecast.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.estimate.Bounds;
import io.playcaller.forecast.engine.estimate.Estimate;
import io.playcaller.forecast.engine.review.RiskEpisode;
import io.playcaller.forecast.engine.review.SaveRates;
import io.playcaller.forecast.engine.review.SaveRule;
import io.playcaller.forecast.engine.review.Turn;
import io.playcaller.forecast.engine.review.Turn.Kind;
import io.playcaller.forecast.engine.survival.Wait;
import io.playcaller.forecast.outcome.Adoption;
import io.playcaller.forecast.outcome.ReferenceCount;
import io.playcaller.forecast.outcome.SaveTable;
import io.playcaller.forecast.outcome.TimeToValue;
import io.playcaller.forecast.outcome.Waits.Cohort;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KpiFiguresTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 4, 1);

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
                List.of(retention("EUR", 0.9), retention("USD", 0.8)),
                waits(List.of(new Wait(10, true), new Wait(20, true), new Wait(90, false))),
                Adoption.of(List.of(new Adoption.Sums(UNTIL, "smb", 2, 100_000, 5_200_000_000.0))),
                SaveTable.of(
                        SaveRates.of(SaveRates.items(List.of(saved), List.of(risk), SaveRule.defaults())),
                        FROM,
                        UNTIL,
                        SaveRule.defaults()),
                ReferenceCount.of(List.of(), List.of(), UNTIL));

        List<Kpi> figures = KpiFigures.of(now, nothing("2025-Q4"));

        assertThat(figures).filteredOn(figure -> figure.key().equals("grr")).hasSize(2);
        assertThat(figures).allMatch(figure -> figure.note() == null);
        assertThat(figures.get(0).before()).isNull();
        assertThat(figures.get(2).now()).isNotNull();
        assertThat(figures.get(2).now().value()).isEqualByComparingTo("20");
        assertThat(figures.get(2).now().n()).isEqualTo(3);
    }

    private static QuarterFacts nothing(String quarter) {
        return new QuarterFacts(
                quarter,
                List.of(),
                waits(List.of()),
                Adoption.of(List.of()),
                SaveTable.of(List.of(), FROM, UNTIL, SaveRule.defaults()),
                ReferenceCount.of(List.of(), List.of(), UNTIL));
    }

    private static TimeToValue waits(List<Wait> waits) {
        return TimeToValue.of(Map.of("smb", waits), "first-value", new Cohort(FROM, UNTIL), UNTIL);
    }

    private static RetentionFigure retention(String currency, double grr) {
        Estimate estimate = new Estimate(grr, new Bounds(grr - 0.1, grr + 0.1), 7);
        return new RetentionFigure(currency, estimate, estimate);
    }
}
