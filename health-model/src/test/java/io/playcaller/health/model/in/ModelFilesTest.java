package io.playcaller.health.model.in;

import static io.playcaller.health.model.in.OwnFiles.assertFault;
import static io.playcaller.health.model.in.OwnFiles.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.Condition;
import io.playcaller.health.engine.model.DaysBySegment;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.Scorecard;
import io.playcaller.health.engine.model.StageRule;
import io.playcaller.health.engine.model.StageRules;
import io.playcaller.health.engine.model.TierMoves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {

    private final ModelFiles shipped = OwnFiles.SHIPPED;

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

    private static DirectRule rule(HealthModel model, Condition condition) {
        return model.signals().direct().stream()
                .filter(rule -> rule.condition() == condition)
                .findFirst()
                .orElseThrow();
    }
}
