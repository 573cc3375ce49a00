package io.playcaller.health.model.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.Condition;
import io.playcaller.health.engine.model.DaysBySegment;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.ProductMeasure;
import io.playcaller.health.engine.model.RollUp;
import io.playcaller.health.engine.model.Scorecard;
import io.playcaller.health.engine.model.StageRule;
import io.playcaller.health.engine.model.StageRules;
import io.playcaller.health.engine.model.TierMoves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {

    private static final String DAYS = "curve: { 1: 10, 8: 60, 16: 100 }";

    private final ModelFiles shipped = ModelFolder.read("model-dir", Optional.empty());

    @Test
    void theShippedFilesMakeAModelWithFiveCards() {
        HealthModel model = shipped.model();

        assertThat(model.version()).isEqualTo("default-1");
        assertThat(model.scoring().cards())
                .extracting(Scorecard::id)
                .containsExactly("onboarding", "renewal", "named", "pooled", "tech-touch");
        assertThat(model.scoring().measures()).hasSize(15);
    }

    @Test
    void numbersMeanWhatTheFilesSay() {
        HealthModel model = shipped.model();

        assertThat(model.scoring().grades().a()).isEqualTo(80_000);
        assertThat(model.scoring().tickets().floorScore()).isEqualTo(49_999);
        assertThat(model.signals().risk().openFor()).isEqualTo(Duration.ofDays(3));
        assertThat(model.signals().severity().critical()).isEqualTo(10_000_000);
        assertThat(model.signals().severity().minConfidence()).isEqualTo(600_000);
        assertThat(model.profile().tiers().get(1).minArr()).isEqualTo(2_500_000);
        assertThat(rule(model, Condition.SEATS_NEAR_LIMIT).enter("smb")).isEqualTo(800);
        assertThat(rule(model, Condition.SILENT).enter("enterprise")).isEqualTo(7);
        assertThat(model.scoring().measures().get(0).reason()).isEqualTo(Reason.USAGE_LEVEL_LOW);
        assertThat(model.scoring().measures().get(0).curve().at(450)).isEqualTo(60_000);
    }

    /** Who values no milestones is scored by the others alone, in the proportions of 100. */
    @Test
    void cardsKeepTheirProportionsWithoutOutcomes() {
        Map<String, List<Integer>> of100 = Map.of(
                "onboarding", List.of(30, 15, 10, 40, 5),
                "renewal", List.of(30, 15, 20, 15, 20),
                "named", List.of(35, 20, 20, 15, 10),
                "pooled", List.of(50, 20, 5, 15, 10),
                "tech-touch", List.of(65, 15, 0, 10, 10));

        assertThat(shipped.model().scoring().cards()).allSatisfy(card -> {
            assertThat(card.weights()).containsEntry("outcome", 40);
            assertThat(List.of("usage", "support", "relationship", "value", "commercial"))
                    .extracting(dimension -> card.weights().get(dimension) * 100 / 60)
                    .isEqualTo(of100.get(card.id()));
        });
        assertThat(shipped.model().scoring().measures())
                .filteredOn(Measure::optional)
                .extracting(Measure::id)
                .containsExactly("csm-pulse", "milestone-value");
    }

    @Test
    void anUnknownKeyIsRefusedWithFileLineAndTheNearestKnownOne() {
        assertFault(
                "scorecards.yaml",
                "grades: { a: 80",
                "grades: { aa: 80",
                "scorecards.yaml:8 grades.aa: is unknown; did you mean `a`?");
    }

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
    void aMeasureMayBeComparedWithPeers() {
        assertThat(shipped.model().scoring().relative()).isFalse();

        Measure days = with(
                        shipped, "scorecards.yaml", DAYS, DAYS + "\n    relative: { 0.10: 10, 0.50: 60, 0.90: 100 }")
                .model()
                .scoring()
                .measures()
                .get(1);

        assertThat(days.relative()).isNotNull();
        assertThat(days.relative().at(500)).isEqualTo(60_000);
        assertThat(days.relative().at(700)).isEqualTo(80_000);
    }

    @Test
    void aPlaceBeyondAllPeersIsRefused() {
        assertFault(
                "scorecards.yaml",
                DAYS,
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
    void aThresholdThatContradictsAnotherIsRefused() {
        assertFault(
                "signals.yaml",
                "closeAt: 57",
                "closeAt: 40",
                "/etc/own/signals.yaml:11 risk.closeAt",
                "must not be below openBelow");
    }

    @Test
    void aNegativeDurationIsRefused() {
        assertFault("signals.yaml", "openFor: 3d", "openFor: -3d", "signals.yaml:7 risk.openFor");
    }

    @Test
    void aSegmentThatNoTierHasIsRefused() {
        assertFault("signals.yaml", "smb: 21", "smbs: 21", "enterBySegment.smbs", "is no segment of profile.yaml");
    }

    @Test
    void aTierThatTheProfileDoesNotKnowIsRefused() {
        assertFault(
                "signals.yaml", "tiers: [pooled, tech-touch]", "tiers: [pooled, tech]", "tiers", "not all are tiers");
    }

    @Test
    void whereFewIsBadTheExitLiesAbove() {
        assertFault("signals.yaml", "leave: 0.55", "leave: 0.35", "leave", "must be above enter");
    }

    @Test
    void everyFaultOfEveryFileIsSaidAtOnce() {
        ModelFiles files = with(
                with(shipped, "usage.yaml", "dayTarget: 16", "dayTarget: 40"),
                "profile.yaml",
                "daysToRenewal",
                "daysToRenewals");

        assertThatThrownBy(files::model)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("usage.yaml:8 dayTarget")
                .hasMessageContaining("stages[2].enter.daysToRenewal: is missing")
                .hasMessageContaining("stages[2].enter.daysToRenewals: is unknown");
    }

    @Test
    void stagesMeanWhatTheFileSays() {
        StageRules stages = shipped.model().profile().stages();
        StageRule onboarding = stages.named("onboarding").orElseThrow();

        assertThat(stages.list())
                .extracting(StageRule::name)
                .containsExactly("lost", "onboarding", "renewal", "value", "adoption");
        assertThat(onboarding.owner()).isEqualTo("onboarding");
        assertThat(onboarding.target()).isEqualTo(new DaysBySegment(90, Map.of("enterprise", 120, "smb", 30)));
        assertThat(onboarding.stall()).isEqualTo(new StageRule.Stall(20, Reason.ONB_STALLED));
        assertThat(stages.onboardingExit()).containsExactly("kickoff", "first-value");
        assertThat(stages.onboards("onboarding")).isTrue();
        assertThat(stages.onboards("renewal")).isFalse();
        assertThat(stages.objective()).isEqualTo("objective");
        assertThat(shipped.model().profile().moves()).isEqualTo(new TierMoves(30, 90, 20));
    }

    @Test
    void aListOfStagesThatLeavesAccountsOutIsRefused() {
        assertFault(
                "profile.yaml",
                "  - stage: adoption\n",
                "  - stage: adoption\n    enter: { milestones: [kickoff] }\n",
                "stages",
                "the last must apply whenever no other does");
    }

    @Test
    void aStageThatStallsWithoutATargetIsRefused() {
        assertFault(
                "profile.yaml",
                "    owner: account-manager\n",
                "    owner: account-manager\n    stall: { overTarget: 20, reason: onb.stalled }\n",
                "stages[2].stall",
                "needs targetDays");
    }

    @Test
    void everyFaultOfTheStagesIsSaidAtOnce() {
        ModelFiles files = with(
                with(
                        with(shipped, "profile.yaml", "reason: onb.stalled", "reason: onb.stuck"),
                        "profile.yaml",
                        "targetDaysBySegment: { enterprise: 120, smb: 30 }",
                        "targetDaysBySegment: { enterprise: 120, small: 30 }"),
                "profile.yaml",
                "upAfterDays: 30",
                "upAfterDays: -1");

        assertThatThrownBy(files::model)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("stages[1].stall.reason")
                .hasMessageContaining("stages[1].targetDaysBySegment.small: no tier has this segment")
                .hasMessageContaining("tierMoves.upAfterDays");
    }

    @Test
    void theHashNamesTheContentAndNothingElse() {
        assertThat(with(shipped, "usage.yaml", "dayTarget: 16", "dayTarget: 16").contentHash())
                .as("wherever the files are")
                .isEqualTo(shipped.contentHash());
        assertThat(with(shipped, "usage.yaml", "dayTarget: 16", "dayTarget: 17").contentHash())
                .isNotEqualTo(shipped.contentHash());
    }

    @Test
    void aDirectoryReplacesFilesOneByOne(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("usage.yaml"), "coreFeatures: [reports]\nfeatureTarget: 3\ndayTarget: 10\n");

        HealthModel model =
                ModelFolder.read("model-dir", Optional.of(directory)).model();

        assertThat(model.usage().featureTarget()).isEqualTo(3);
        assertThat(model.scoring().measures()).hasSize(15);
    }

    @Test
    void aFileOfOnesOwnIsNamedByItsPath(@TempDir Path directory) throws IOException {
        Path own = Files.writeString(
                directory.resolve("usage.yaml"), "coreFeatures: [reports]\nfeatureTarget: 3\ndayTarget: 99\n");

        assertThatThrownBy(() ->
                        ModelFolder.read("model-dir", Optional.of(directory)).model())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(own + ":3 dayTarget");
    }

    @Test
    void twoCardsOfOneNameAreRefused() {
        assertFault("scorecards.yaml", "card: pooled", "card: named", "named", "stands twice");
    }

    @Test
    void moreThanIsKnownOfAKeyUserIsRefusedAlsoForASegment() {
        assertFault(
                "signals.yaml",
                "condition: power-user-lost\n    enter: 14\n",
                "condition: power-user-lost\n    enter: 14\n    enterBySegment: { smb: 30 }\n",
                "power-user-lost",
                "smb");
    }

    @Test
    void aProfileThatCannotBeReadIsHeldAgainstNoSignal() {
        assertThatThrownBy(() -> with(shipped, "profile.yaml", "downBelow: 20", "downBelow: many")
                        .model())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("downBelow")
                .hasMessageNotContaining("signals.yaml");
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

    private static DirectRule rule(HealthModel model, Condition condition) {
        return model.signals().direct().stream()
                .filter(rule -> rule.condition() == condition)
                .findFirst()
                .orElseThrow();
    }

    private void assertFault(String file, String right, String wrong, String... said) {
        assertThatThrownBy(() -> with(shipped, file, right, wrong).model())
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(said);
    }

    /** The files with one of somebody's own, in which something else stands. */
    private static ModelFiles with(ModelFiles files, String name, String was, String is) {
        String text = files.files().content(name);
        assertThat(text).contains(was);
        Map<String, ConfigFiles.Text> texts = new HashMap<>(files.files().texts());
        texts.put(name, new ConfigFiles.Text("/etc/own/" + name, text.replace(was, is)));
        return new ModelFiles(new ConfigFiles(texts, List.of()));
    }
}
