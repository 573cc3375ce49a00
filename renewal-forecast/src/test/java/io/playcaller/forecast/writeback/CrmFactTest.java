package io.playcaller.forecast.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.Interval;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.reason.RiskCode;
import io.playcaller.forecast.process.RenewalLine.CallLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        CrmFact fact = CrmFact.of(3, FORECAST, new CallLine("model", Category.BEST_CASE, 880_000, null));

        assertThat(fact.forecastAmount()).isEqualTo(new Money(88_000, "EUR"));
        assertThat(fact.forecastSource()).isEqualTo("model");
        assertThat(fact.probability()).isEqualByComparingTo("0.88");
        assertThat(CrmFact.of(3, FORECAST, null))
                .as("of a renewal that was not looked at")
                .isEqualTo(fact);
    }

    @Test
    void aJudgementCountsWithItsCategoryAndTheModelStaysBesideIt() {
        CrmFact fact = CrmFact.of(3, FORECAST, new CallLine("csm", Category.AT_RISK, null, null));

        assertThat(fact.forecastAmount()).isEqualTo(new Money(0, "EUR"));
        assertThat(fact.forecastSource()).isEqualTo("csm");
        assertThat(fact.category()).isEqualTo(Category.AT_RISK);
        assertThat(fact.modelAmount()).isEqualTo(new Money(88_000, "EUR"));
    }

    @Test
    void whoNamedAProbabilityOnlyHasTheCategoryOfTheFinalCallAndItsAmount() {
        CrmFact fact = CrmFact.of(3, FORECAST, new CallLine("manager", Category.LOST, 100_000, null));

        assertThat(fact.category()).isEqualTo(Category.LOST);
        assertThat(fact.forecastAmount()).isEqualTo(new Money(10_000, "EUR"));
        assertThat(fact.forecastSource()).isEqualTo("manager");
    }

    @Test
    void anAmountThatWasJudgedCountsUpToTheArr() {
        assertThat(CrmFact.of(3, FORECAST, new CallLine("csm", Category.BEST_CASE, null, 70_000L))
                        .forecastAmount())
                .isEqualTo(new Money(70_000, "EUR"));
        assertThat(CrmFact.of(3, FORECAST, new CallLine("csm", Category.BEST_CASE, null, 130_000L))
                        .forecastAmount())
                .isEqualTo(new Money(100_000, "EUR"));
        assertThat(CrmFact.of(3, FORECAST, new CallLine("csm", Category.LOST, null, 0L))
                        .forecastAmount())
                .isEqualTo(new Money(0, "EUR"));
    }
}
