package io.playcaller.forecast.engine.lift;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.lift.LiftProof.Comparing;
import io.playcaller.forecast.engine.lift.LiftProof.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A year of daily looks at a company whose lift is known, 1,000 times. */
class LiftProofTest {

    private static final int TIMES = 1_000;

    @ParameterizedTest
    @EnumSource(names = {"RENEWED", "SCORE", "ARR"})
    void theTruthIsInEveryDaysIntervalInNineteenOfTwentyTrials(LiftMetric metric) {
        Result result = new LiftProof(trial(0.08, 0.1, 4), LiftRule.defaults(), TIMES, 42).of(metric);

        assertThat(result.coveredAlways()).isGreaterThanOrEqualTo(0.95);
        assertThat(result.coveredAtEnd()).isGreaterThanOrEqualTo(result.coveredAlways());
    }

    @ParameterizedTest
    @EnumSource(names = {"RENEWED", "SCORE", "ARR"})
    void aPlayThatDoesNothingIsTakenForOneThatDoesInOneOfTwentyAtMost(LiftMetric metric) {
        Result result = new LiftProof(trial(0, 0.1, 4), LiftRule.defaults(), TIMES, 43).of(metric);

        assertThat(result.decided()).isLessThanOrEqualTo(0.05);
        assertThat(result.decidedByOneLook()).isGreaterThan(0.15);
    }

    @ParameterizedTest
    @EnumSource(names = {"RENEWED", "CHURNED"})
    void aSmallHoldoutIsNoExcuse(LiftMetric metric) {
        Result result = new LiftProof(trial(0, 0.05, 8), LiftRule.defaults(), TIMES, 44).of(metric);

        assertThat(result.decided()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void runsThatLastLongerInOneArmMakeNoDifferenceBecauseBothAreSeenForNinetyDays() {
        Result result = new LiftProof(trial(0, 0.1, 4), LiftRule.defaults(), TIMES, 45).of(LiftMetric.RENEWED);

        assertThat(result.decided()).isLessThanOrEqualTo(0.05);
        assertThat(result.coveredAlways()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void countedFromTheEndOfRunsAPlayThatDoesNothingWouldBeTakenForOneThatHarms() {
        GeneratedTrial fromTheEnd = new GeneratedTrial(
                0, List.of(0.1), 4, 365, RunLengths.defaults().fromTheEnd());

        Result result = new LiftProof(fromTheEnd, LiftRule.defaults(), TIMES, 45).of(LiftMetric.RENEWED);

        assertThat(result.decided()).isGreaterThan(0.5);
        assertThat(result.coveredAtEnd()).isLessThan(0.95);
    }

    @ParameterizedTest
    @EnumSource(names = {"RENEWED", "SCORE", "ARR"})
    void sharesThatDifferByTierAreNoExcuse(LiftMetric metric) {
        for (List<Double> shares : List.of(List.of(0.1, 0.05), List.of(0.5, 0.1))) {
            LiftRule rule = LiftRule.defaults();
            Result helps = new LiftProof(mixed(0.08, shares), rule, TIMES, 46).of(metric);
            Result nothing = new LiftProof(mixed(0, shares), rule, TIMES, 47).of(metric);

            assertThat(helps.coveredAlways()).as("covered at " + shares).isGreaterThanOrEqualTo(0.95);
            assertThat(nothing.decided()).as("false alarms at " + shares).isLessThanOrEqualTo(0.05);
        }
    }

    @Test
    void acrossSharesAPlayThatDoesNothingWouldBeTakenForOneThatHelps() {
        GeneratedTrial nothing = mixed(0, List.of(0.5, 0.1));

        Result across =
                new LiftProof(nothing, LiftRule.defaults(), TIMES, 47, Comparing.ACROSS_SHARES).of(LiftMetric.RENEWED);

        assertThat(across.decided()).isGreaterThan(0.2);
        assertThat(across.coveredAtEnd()).isLessThan(0.95);
    }

    private static GeneratedTrial mixed(double lift, List<Double> holdouts) {
        return new GeneratedTrial(lift, holdouts, 4, 365, RunLengths.defaults());
    }

    private static GeneratedTrial trial(double lift, double holdout, double accountsADay) {
        return new GeneratedTrial(lift, List.of(holdout), accountsADay, 365, RunLengths.defaults());
    }
}
