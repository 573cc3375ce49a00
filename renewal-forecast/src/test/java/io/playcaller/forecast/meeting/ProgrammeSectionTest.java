package io.playcaller.forecast.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.review.ProgrammeRule;
import io.playcaller.forecast.kpi.ContentReview;
import io.playcaller.forecast.kpi.Programme;
import io.playcaller.forecast.outcome.RunCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgrammeSectionTest {

    @Test
    void whatAsksForADecisionComesFirstPlaysAndContentAlike() {
        Programme programme = Programme.of(
                "2026-Q1",
                LocalDate.of(2026, 4, 1),
                new Programme.Input(
                        List.of(), List.of(new RunCount("a", 3, 0), new RunCount("b", 40, 30)), List.of(), Map.of()),
                List.of(content("text", "optimize")),
                new Programme.Measure(LiftMetric.RECOVERED, 90, ProgrammeRule.defaults()));

        Section section = ProgrammeSection.of(programme);

        assertThat(section.rows()).extracting(row -> row.get(1)).containsExactly("b", "text", "a");
        assertThat(section.rows()).extracting(row -> row.get(2)).containsExactly("rethink", "optimize", "collect");
        assertThat(section.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(section.columns()));
        assertThat(section.n()).isEqualTo(3);
    }

    private static ContentReview content(String key, String proposal) {
        return new ContentReview(key, List.of("a"), 1, proposal, "so", null, null, 1, BigDecimal.ONE, null);
    }
}
