package io.playcaller.forecast.kpi.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.review.ProgrammeRule;
import io.playcaller.forecast.engine.review.Proposal;
import io.playcaller.forecast.kpi.ContentReview;
import io.playcaller.forecast.kpi.Decision;
import io.playcaller.forecast.kpi.Kpi;
import io.playcaller.forecast.kpi.KpiPage;
import io.playcaller.forecast.kpi.Programme;
import io.playcaller.forecast.kpi.Programme.Measure;
import io.playcaller.forecast.outcome.RunCount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KpiCsvTest {

    private static final Measure MEASURE = new Measure(LiftMetric.RECOVERED, 90, ProgrammeRule.defaults());
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void aFigureWithNothingToSaySaysWhyAndIsNoZero() {
        Kpi kpi = new Kpi(
                "grr",
                "coverage",
                "team-lead",
                "share",
                "EUR",
                null,
                null,
                new Kpi.Meaning("d", "g", "c", "i"),
                "no one");

        List<String> lines = KpiCsv.of(
                        new KpiPage("2026-Q1", DAY, DAY.plusDays(1), true, List.of(kpi), List.of(), null))
                .lines()
                .toList();

        assertThat(lines.get(1))
                .isEqualTo("2026-Q1,2026-01-01,2026-01-02,grr,coverage,team-lead,share,EUR,,,,,,,d,g,no one,,");
        assertThat(lines.get(0).split(",")).hasSize(lines.get(1).split(",", -1).length);
    }

    @Test
    void playsAndContentStandBelowEachOtherWithWhatWasDecided() {
        Decision decision = new Decision(
                new UUID(0, 1),
                "2026-Q1",
                null,
                "text",
                Proposal.Kind.KEEP,
                "so",
                "lead",
                Instant.parse("2026-03-01T00:00:00Z"));
        ContentReview review = new ContentReview(
                "text",
                List.of("a", "b"),
                7,
                "collect",
                "too early to say",
                12L,
                new ContentReview.Compared(
                        5, BigDecimal.ONE, 2, BigDecimal.ZERO, BigDecimal.ONE, null, null, "too-few"),
                3,
                BigDecimal.ONE,
                decision);
        Programme programme = Programme.of(
                "2026-Q1",
                DAY.plusDays(1),
                new Programme.Input(List.of(), List.of(new RunCount("welcome", 40, 30)), List.of(), Map.of()),
                List.of(review),
                MEASURE);

        List<String> lines = KpiCsv.of(programme).lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .startsWith("2026-Q1,play,welcome,,rethink,")
                .endsWith(",recovered,90,,,,,,,,,40,0.2500,,,,");
        assertThat(lines.get(2))
                .isEqualTo("2026-Q1,content,text,a b,collect,too early to say,12,recovered,90,5,1,2,0,1,,,too-few,3,1,"
                        + "keep,so,lead,2026-03-01T00:00:00Z");
        assertThat(lines.get(0).split(",")).hasSize(lines.get(1).split(",", -1).length);
    }
}
