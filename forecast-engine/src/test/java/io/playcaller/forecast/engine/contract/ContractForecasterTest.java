package io.playcaller.forecast.engine.contract;

import static io.playcaller.forecast.engine.contract.Situations.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.Interval;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.RiskCode;
import io.playcaller.contracts.reason.Severity;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ContractForecasterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final ContractForecaster FORECASTER =
            new ContractForecaster(PriorModel.defaults(), CategoryRule.defaults());

    @Test
    void noticeReceivedIsLostWhateverElseIsTrue() {
        RenewalForecast forecast = forecast(customer().health(95).cancelledOn("2026-02-10"));

        assertThat(forecast.category()).isEqualTo(Category.LOST);
        assertThat(forecast.renews()).isLessThan(10_000);
        assertThat(forecast.retained()).isEqualTo(new Interval(0, 0, 0));
    }

    @Test
    void anOpenCriticalRiskIsAtRiskHoweverProbable() {
        assertThat(forecast(customer().health(95).signal(Reason.USAGE_DROP, Severity.CRITICAL))
                        .category())
                .isEqualTo(Category.AT_RISK);
        assertThat(forecast(customer().health(95).signal(Reason.EXP_NEW_TEAM, Severity.CRITICAL))
                        .category())
                .isNotEqualTo(Category.AT_RISK);
    }

    @Test
    void onlyAProposalMakesACommit() {
        assertThat(forecast(customer().health(95)).category()).isEqualTo(Category.BEST_CASE);
        assertThat(forecast(customer().health(95).stage(RenewalStage.PROPOSAL)).category())
                .isEqualTo(Category.COMMIT);
    }

    @Test
    void termsThatNoLongerLetGoAreACommit() {
        assertThat(forecast(customer().on("2026-05-01").renewingItself("2026-04-02"))
                        .category())
                .isEqualTo(Category.COMMIT);
    }

    @Test
    void riskCodesComeHeaviestFirstOncePerCode() {
        RenewalForecast forecast = forecast(customer()
                .overdue(60)
                .signal(Reason.USAGE_DROP, Severity.MEDIUM)
                .signal(Reason.USAGE_SEATS_IDLE, Severity.LOW)
                .signal(Reason.REL_SPONSOR_LEFT, Severity.HIGH));

        assertThat(forecast.riskCodes())
                .containsExactly(RiskCode.PRICE_AND_TERMS, RiskCode.SPONSORSHIP, RiskCode.ADOPTION);
    }

    @Property
    void quantilesOfTheRetainedAmountAreOrderedAndNoMoreThanTheAmount(
            @ForAll @IntRange(min = 1_000, max = 999_000) int renews,
            @ForAll @IntRange(max = 500_000) int contracts,
            @ForAll @IntRange(max = 500_000) int expands,
            @ForAll @IntRange(max = 2_000_000_000) int arr) {
        Interval retained =
                Outcomes.of(contracts, expands, AmountShares.prior()).retained(arr, renews);

        assertThat(retained.low()).isBetween(0L, retained.median());
        assertThat(retained.median()).isLessThanOrEqualTo(retained.high());
        assertThat(retained.high()).isLessThanOrEqualTo(arr);
    }

    private static RenewalForecast forecast(Situations situation) {
        return FORECASTER.forecast(situation.build(), NOW);
    }
}
