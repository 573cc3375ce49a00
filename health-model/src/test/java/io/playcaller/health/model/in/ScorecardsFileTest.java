package io.playcaller.health.model.in;

import static io.playcaller.health.model.in.OwnFiles.assertFault;
import static io.playcaller.health.model.in.OwnFiles.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.ProductMeasure;
import io.playcaller.health.engine.model.RollUp;
import io.playcaller.health.engine.model.Windows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures, cards and products in {@code scorecards.yaml}. */
class ScorecardsFileTest {

    private static final String DAYS = "curve: { 1: 10, 8: 60, 16: 100 }";
    private static final String RELATIVE = "\n    relative: { 0.10: 10, 0.50: 60, 0.90: 100 }";

    private final ModelFiles shipped = OwnFiles.SHIPPED;

    @Test
    void anUnknownMeasureIsRefused() {
        assertFault("scorecards.yaml", "measure: nps", "measure: npss", "measures[7].measure", "`nps`");
    }

    @Test
    void anUnknownReasonIsRefused() {
        assertFault("scorecards.yaml", "reason: usage.drop", "reason: usage.dropp", "measures[4].reason", "usage.drop");
    }

    @Test
    void weightsThatDoNotSumToAHundredAreRefused() {
        assertFault(
                "scorecards.yaml",
                "{ usage: 30, support: 12",
                "{ usage: 25, support: 12",
                "scorecards[3].weights",
                "the weights sum to 95");
    }

    @Test
    void howOftenAndHowWidelyItIsUsedIsComparedWithPeers() {
        List<Measure> relative = shipped.model().scoring().measures().stream()
                .filter(measure -> measure.relative() != null)
                .toList();

        assertThat(relative).extracting(Measure::id).containsExactly("active-days", "core-features");
        assertThat(relative)
                .extracting(Measure::relative)
                .allSatisfy(places -> assertThat(places.at(500)).isEqualTo(60_000))
                .allSatisfy(places -> assertThat(places.at(700)).isEqualTo(80_000));
    }

    @Test
    void withoutItsPlacesAMeasureIsComparedWithNobody() {
        HealthModel absolute = with(shipped, "scorecards.yaml", RELATIVE, "").model();

        assertThat(absolute.scoring().relative()).isFalse();
    }

    @Test
    void aPlaceBeyondAllPeersIsRefused() {
        assertFault(
                "scorecards.yaml",
                DAYS + RELATIVE,
                DAYS + "\n    relative: { 0.10: 10, 1.50: 60 }",
                "measures[1].relative",
                "must be 0 to 1000, is 1500");
    }

    @Test
    void aDimensionWithoutMeasuresIsRefused() {
        assertFault(
                "scorecards.yaml",
                "{ usage: 30, support: 12",
                "{ sage: 30, support: 12",
                "scorecards[3].weights.sage",
                "no measure");
    }

    @Test
    void aCurveWhoseValuesFallIsRefused() {
        assertFault("scorecards.yaml", "{ 2: 100, 7: 70,", "{ 8: 100, 7: 70,", "measures[3].curve", "must rise");
    }

    @Test
    void twoCardsOfOneNameAreRefused() {
        assertFault("scorecards.yaml", "card: pooled", "card: named", "named", "stands twice");
    }

    @Test
    void aCardSaysHowChildrenCountAndOtherwiseTheyDoNot() {
        HealthModel model = with(
                        shipped, "scorecards.yaml", "card: named\n", "card: named\n    rollUp: contract-holder\n")
                .model();

        assertThat(model.scoring().cards().get(2).rollUp()).isEqualTo(RollUp.CONTRACT_HOLDER);
        assertThat(model.scoring().rollsUp()).isTrue();
        assertThat(shipped.model().scoring().rollsUp()).isFalse();
    }

    @Test
    void anUnknownWayToRollUpIsRefused() {
        assertFault(
                "scorecards.yaml",
                "card: named\n",
                "card: named\n    rollUp: worse\n",
                "scorecards[2].rollUp",
                "`worst`");
    }

    @Test
    void aCardForAStageThatTheProfileDoesNotKnowIsRefused() {
        assertFault(
                "scorecards.yaml",
                "stages: [renewal]",
                "stages: [renewal, trial]",
                "scorecards[1].stages: profile.yaml has no [trial]",
                "some of [adoption, lost, onboarding, renewal, value]");
    }

    @Test
    void aCardForATierThatTheProfileDoesNotKnowIsRefused() {
        assertFault(
                "scorecards.yaml",
                "tiers: [pooled]",
                "tiers: [poled]",
                "scorecards[3].tiers: profile.yaml has no [poled]",
                "some of [enterprise, mid-market, pooled, tech-touch]");
    }

    @Test
    void aProfileThatCannotBeReadIsHeldAgainstNoCard() {
        assertThatThrownBy(() -> with(
                                with(shipped, "profile.yaml", "downBelow: 20", "downBelow: many"),
                                "scorecards.yaml",
                                "stages: [renewal]",
                                "stages: [trial]")
                        .model())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("downBelow")
                .hasMessageNotContaining("scorecards.yaml");
    }

    @Test
    void productsAreScoredByTheirUse() {
        List<ProductMeasure> products = shipped.model().scoring().products();

        assertThat(products)
                .extracting(ProductMeasure::id)
                .containsExactly("days-since-use", "used-days", "week-trend");
        assertThat(products.get(1).curve().at(8_000)).isEqualTo(67_500);
    }

    @Test
    void aModelMayScoreNoProducts() {
        String text = shipped.files().content("scorecards.yaml");
        String products = text.substring(text.indexOf("products:\n"), text.indexOf("tickets:\n"));

        assertThat(with(shipped, "scorecards.yaml", products, "")
                        .model()
                        .scoring()
                        .products())
                .isEmpty();
    }

    @Test
    void aMeasureThatIsKnownOfNoProductIsRefused() {
        assertFault(
                "scorecards.yaml", "measure: used-days", "measure: active-days", "products[1].measure", "used-days");
    }

    @Test
    void aMeasureOfProductsThatStandsTwiceIsRefused() {
        assertFault("scorecards.yaml", "measure: used-days", "measure: week-trend", "stands twice");
    }

    @Test
    void aMeasureLooksBackAsFarAsItsFileSays() {
        Windows standard = shipped.model().scoring().windows();
        Windows own = with(
                        shipped,
                        "scorecards.yaml",
                        "reason: sen.nps_detractor\n",
                        "reason: sen.nps_detractor\n    days: 60\n")
                .model()
                .scoring()
                .windows();

        assertThat(standard.of(MeasureKind.NPS)).isEqualTo(180);
        assertThat(own.of(MeasureKind.NPS)).isEqualTo(60);
        assertThat(own.of(MeasureKind.CSAT)).isEqualTo(90);
    }

    @Test
    void aMeasureThatDoesNotLookBackByDaysOfItsOwnIsToldSo() {
        assertFault(
                "scorecards.yaml",
                DAYS,
                DAYS + "\n    days: 14",
                "measures[1].days: `active-days` does not look back by days of its own",
                "csat");
        assertFault(
                "scorecards.yaml",
                "reason: sup.csat_low\n",
                "reason: sup.csat_low\n    days: 400\n",
                "measures[6].days",
                "365");
    }
}
