package io.playcaller.forecast.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.Interval;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.reason.RiskCode;
import io.playcaller.forecast.memory.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrmFactTest {

    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");
    private static final RenewalForecast FORECAST = new RenewalForecast(
            "c1",
            "a1",
            NOW,
            LocalDate.of(2026, 12, 1),
            null,
            new Money(100_000, "EUR"),
            880_000,
            0,
            0,
            Category.BEST_CASE,
            List.of(RiskCode.COMPETITOR),
            List.of(),
            new Interval(0, 100_000, 100_000),
            "prior-1");

    @Test
    void withoutAJudgementTheModelsExpectedAmountCounts() {
        CrmFact fact = CrmFact.of(3, FORECAST, List.of(), NOW);

        assertThat(fact.forecastAmount()).isEqualTo(new Money(88_000, "EUR"));
        assertThat(fact.forecastSource()).isEqualTo("model");
        assertThat(fact.probability()).isEqualByComparingTo("0.88");
    }

    @Test
    void aJudgementCountsWithItsCategoryAndTheModelStaysBesideIt() {
        CrmFact fact = CrmFact.of(3, FORECAST, List.of(judged(Category.AT_RISK, null)), NOW);

        assertThat(fact.forecastAmount()).isEqualTo(new Money(0, "EUR"));
        assertThat(fact.forecastSource()).isEqualTo("csm");
        assertThat(fact.category()).isEqualTo(Category.AT_RISK);
        assertThat(fact.modelAmount()).isEqualTo(new Money(88_000, "EUR"));
    }

    @Test
    void anAmountThatWasJudgedLeavesTheModelsCategory() {
        CrmFact fact = CrmFact.of(3, FORECAST, List.of(judged(null, 70_000L)), NOW);

        assertThat(fact.forecastAmount()).isEqualTo(new Money(70_000, "EUR"));
        assertThat(fact.category()).isEqualTo(Category.BEST_CASE);
    }

    private static Judgement judged(@Nullable Category category, @Nullable Long amount) {
        return new Judgement(
                "c1",
                FORECAST.renewalOn(),
                Judgement.CSM,
                category,
                amount,
                null,
                "c.s@playcaller.test",
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(29)),
                null);
    }
}
