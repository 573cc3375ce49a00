package io.playcaller.health.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.health.models.ShadowComparison.GradeMove;
import io.playcaller.health.models.ShadowComparison.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShadowComparisonTest {

    @Test
    void accountsThatDidNotMoveCountAmongAllAndNowhereElse() {
        ShadowComparison comparison = ShadowComparison.of(
                List.of(new Group(false, "A", null, 7, 0, 0, 0), new Group(true, "A", "B", 3, 3, -30_000, 30_000)));

        assertThat(comparison.accounts()).isEqualTo(10);
        assertThat(comparison.compared()).isEqualTo(3);
        assertThat(comparison.grades()).containsExactly(new GradeMove("A", "B", 3));
    }

    @Test
    void meansAreOverThoseThatHaveBothScoresToTheNearestMilliPoint() {
        ShadowComparison comparison = ShadowComparison.of(List.of(
                new Group(true, "A", "B", 2, 2, -10_001, 10_001),
                new Group(true, "C", "B", 1, 1, 5_000, 5_000),
                new Group(true, null, "D", 40, 0, 0, 0)));

        assertThat(comparison.compared()).isEqualTo(43);
        assertThat(comparison.meanDifference()).isEqualTo(-1_667);
        assertThat(comparison.meanDistance()).isEqualTo(5_000);
    }

    @Test
    void withoutTwoScoresThereIsNoMean() {
        ShadowComparison comparison = ShadowComparison.of(List.of(new Group(true, null, null, 4, 0, 0, 0)));

        assertThat(comparison.meanDifference()).isNull();
        assertThat(comparison.meanDistance()).isNull();
        assertThat(comparison.grades()).containsExactly(new GradeMove(null, null, 4));
    }

    @Test
    void theBestInForceComesFirstAndNoScoreLast() {
        ShadowComparison comparison = ShadowComparison.of(List.of(
                new Group(true, null, "A", 1, 0, 0, 0),
                new Group(true, "B", null, 1, 0, 0, 0),
                new Group(true, "B", "C", 1, 1, 0, 0),
                new Group(true, "A", "E", 1, 1, 0, 0)));

        assertThat(comparison.grades())
                .containsExactly(
                        new GradeMove("A", "E", 1),
                        new GradeMove("B", "C", 1),
                        new GradeMove("B", null, 1),
                        new GradeMove(null, "A", 1));
    }

    @Test
    void ofNobodyThereIsNothingToSay() {
        assertThat(ShadowComparison.of(List.of())).isEqualTo(new ShadowComparison(0, 0, null, null, List.of()));
    }
}
