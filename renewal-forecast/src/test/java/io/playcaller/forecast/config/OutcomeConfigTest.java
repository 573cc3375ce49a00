package io.playcaller.forecast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.forecast.engine.lift.ConfidenceSequence;
import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.lift.LiftRule;
import io.playcaller.forecast.engine.review.ProgrammeRule;
import io.playcaller.forecast.engine.review.SaveRule;
import io.playcaller.testkit.config.MappedConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeConfigTest {

    private static final MappedConfig<OutcomeConfig> CONFIG = MappedConfig.of(OutcomeConfig.class);

    @Test
    void theDefaultsAreThese() {
        OutcomeConfig config = CONFIG.read(Map.of());

        assertThat(config.firstValue()).isEqualTo("first-value");
        assertThat(config.reviewDays()).isEqualTo(7);
        assertThat(config.knownDays()).isEqualTo(90);
        assertThat(new OutcomeBeans(config).saves()).isEqualTo(SaveRule.defaults());
        assertThat(new OutcomeBeans(config).lift()).isEqualTo(LiftRule.defaults());
        assertThat(config.lift().quarters()).isEqualTo(4);
        assertThat(config.programme().metric()).isEqualTo(LiftMetric.RECOVERED);
        assertThat(config.programme().daysAfter()).isEqualTo(90);
        assertThat(config.programme().costs()).isEmpty();
        assertThat(new OutcomeBeans(config).programme()).isEqualTo(ProgrammeRule.defaults());
    }

    @Test
    void everyPropertyHasItsName() {
        OutcomeConfig config = CONFIG.read(Map.ofEntries(
                Map.entry("first-value", "live"),
                Map.entry("review-days", "14"),
                Map.entry("known-days", "60"),
                Map.entry("saves.days", "120"),
                Map.entry("saves.kept-thousandths", "800"),
                Map.entry("lift.alpha", "0.1"),
                Map.entry("lift.tightest-at", "1000"),
                Map.entry("lift.least-per-arm", "50"),
                Map.entry("lift.quarters", "8"),
                Map.entry("programme.metric", "renewed"),
                Map.entry("programme.days-after", "60"),
                Map.entry("programme.enough-runs", "30"),
                Map.entry("programme.least-precision", "0.5"),
                Map.entry("programme.enough-accounts", "300"),
                Map.entry("programme.negligible", "0.02"),
                Map.entry("programme.worthwhile", "0.1"),
                Map.entry("programme.costs.rescue.minor", "1500"),
                Map.entry("programme.costs.rescue.currency", "EUR")));

        assertThat(config.firstValue()).isEqualTo("live");
        assertThat(config.reviewDays()).isEqualTo(14);
        assertThat(config.knownDays()).isEqualTo(60);
        assertThat(new OutcomeBeans(config).saves()).isEqualTo(new SaveRule(120, 800));
        assertThat(config.lift().quarters()).isEqualTo(8);
        assertThat(config.programme().metric()).isEqualTo(LiftMetric.RENEWED);
        assertThat(config.programme().daysAfter()).isEqualTo(60);
        LiftRule lift = new LiftRule(new ConfidenceSequence(0.1, 1_000), 50);
        assertThat(new OutcomeBeans(config).programme()).isEqualTo(new ProgrammeRule(30, 0.5, 300, 0.02, 0.1, lift));
        assertThat(config.programme().costs().get("rescue").minor()).isEqualTo(1_500);
    }

    @ParameterizedTest
    @CsvSource({
        "lift.alpha, 0",
        "lift.least-per-arm, 5",
        "saves.kept-thousandths, 1001",
        "programme.days-after, 120",
        "first-value, 'A b'"
    })
    void whatCannotBeIsRefused(String key, String value) {
        assertThatThrownBy(() -> CONFIG.read(Map.of(key, value))).hasMessageContaining("playcaller.outcome." + key);
    }

    @Test
    void everyNumberIsBounded() {
        assertThat(CONFIG.unbounded()).isEmpty();
    }
}
