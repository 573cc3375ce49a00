package io.playcaller.forecast.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final CategoryRule RULE = CategoryRule.defaults();
    private static final Renewal RENEWAL = new Renewal(
            "c1",
            "a1",
            LocalDate.of(2026, 12, 1),
            Category.AT_RISK,
            "EUR",
            new ContractOutlook(100, 500_000, 0, 0),
            Traits.unknown());

    @Test
    void whatIsLostIsLostWhateverElseIsSaid() {
        Renewal lost = new Scenario(Set.of("c1"), Map.of("c1", Category.COMMIT), Map.of("a1", 300_000), Set.of())
                .of(RENEWAL, RULE);

        assertThat(lost.outlook().renews()).isZero();
        assertThat(lost.category()).isEqualTo(Category.LOST);
    }

    @Test
    void aCategoryTakesTheMiddleOfWhatTheRuleCallsSo() {
        Renewal committed = new Scenario(Set.of(), Map.of("c1", Category.COMMIT), Map.of(), Set.of()).of(RENEWAL, RULE);

        assertThat(committed.outlook().renews()).isEqualTo(925_000);
        assertThat(committed.category()).isEqualTo(Category.COMMIT);
    }

    @Test
    void aPlayAddsItsLiftAndMakesNothingCertain() {
        assertThat(lifted(120_000)).isEqualTo(620_000);
        assertThat(lifted(900_000)).isEqualTo(999_000);
        assertThat(lifted(-900_000)).isZero();
    }

    @Test
    void noPlayLiftsAContractWhoseEndIsOnRecordUnlessSomebodySaysOtherwise() {
        Scenario ends = new Scenario(Set.of(), Map.of(), Map.of("a1", 60_000), Set.of("c1"));
        Scenario saved = new Scenario(Set.of(), Map.of("c1", Category.COMMIT), Map.of("a1", 60_000), Set.of("c1"));

        assertThat(ends.of(RENEWAL, RULE)).isEqualTo(RENEWAL);
        assertThat(ends.helps(RENEWAL)).isFalse();
        assertThat(saved.of(RENEWAL, RULE).outlook().renews()).isEqualTo(985_000);
    }

    @Test
    void noPlayLiftsWhatIsSaidToBeLost() {
        Renewal lost =
                new Scenario(Set.of(), Map.of("c1", Category.LOST), Map.of("a1", 60_000), Set.of()).of(RENEWAL, RULE);

        assertThat(lost.outlook().renews()).isZero();
    }

    @Test
    void whoIsNotNamedStaysAsForecast() {
        assertThat(new Scenario(Set.of("c9"), Map.of(), Map.of("a9", 1), Set.of()).of(RENEWAL, RULE))
                .isEqualTo(RENEWAL);
    }

    private static int lifted(int lift) {
        return new Scenario(Set.of(), Map.of(), Map.of("a1", lift), Set.of())
                .of(RENEWAL, RULE)
                .outlook()
                .renews();
    }
}
