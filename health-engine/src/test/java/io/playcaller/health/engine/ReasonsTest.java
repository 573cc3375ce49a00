package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.life;
import static io.playcaller.health.engine.Lives.noDelay;
import static io.playcaller.health.engine.Lives.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.DimensionScore;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.MeasureLevel;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Reasons over random lives, told in any order: each begins where the one before ended, and its arithmetic is its own. */
class ReasonsTest {

    @Property(tries = 40)
    void aMeasureBeginsWhereTheAnnouncementBeforeLeftIt(@ForAll long seed) {
        Map<String, MeasureScore> before = new HashMap<>();
        for (HealthChanged change : disordered(seed).changes()) {
            Map<String, MeasureScore> after = new HashMap<>();
            change.measures().forEach(measure -> after.put(measure.measure(), measure));
            for (Contribution contribution : change.contributions()) {
                if (contribution.measure() != null) {
                    assertThat(contribution.before()).isEqualTo(level(before.get(contribution.measure())));
                    assertThat(contribution.after()).isEqualTo(level(after.get(contribution.measure())));
                }
            }
            before.clear();
            before.putAll(after);
        }
    }

    @Property(tries = 40)
    void whoKnowsTheLevelsCanWorkThePointsOut(@ForAll long seed) {
        for (HealthChanged change : disordered(seed).changes()) {
            Map<String, List<Contribution>> byMeasure = change.contributions().stream()
                    .filter(it -> it.measure() != null && it.before() != null && it.after() != null)
                    .collect(Collectors.groupingBy(Contribution::measure));
            byMeasure.values().stream()
                    .filter(parts -> parts.stream().allMatch(ReasonsTest::moved))
                    .forEach(ReasonsTest::pointsOf);
        }
    }

    /** What facts and time did to a measure since it was last said is what took it from there to here, each rounded by itself. */
    private static void pointsOf(List<Contribution> parts) {
        MeasureLevel from = parts.get(0).before();
        MeasureLevel to = parts.get(0).after();
        if (from.weight() > 0 && from.weight() == to.weight()) {
            long exact = Math.floorDiv(from.weight() * (to.points() - from.points()), 1_000_000L);
            long points = parts.stream().mapToLong(Contribution::points).sum();
            assertThat(points).isBetween(exact - parts.size() + 1, exact + parts.size());
        }
    }

    /** All inputs went away: the score that was is said once more, and nothing of what it is made of. */
    private static boolean isGone(HealthChanged change) {
        return change.dimensions().isEmpty() && change.confidence() == 0;
    }

    private static boolean moved(Contribution contribution) {
        return contribution.cause() == Cause.FACT || contribution.cause() == Cause.TIME;
    }

    @Property(tries = 40)
    void dimensionsSumToTheScoreAndTheirWeightsToTheWhole(@ForAll long seed) {
        for (HealthChanged change : disordered(seed).changes()) {
            if (isGone(change)) {
                assertThat(change.score()).isEqualTo(change.previousScore());
                continue;
            }
            assertThat(change.dimensions().stream()
                            .mapToLong(DimensionScore::points)
                            .sum())
                    .isEqualTo(change.score());
            assertThat(change.dimensions().stream()
                            .mapToInt(DimensionScore::weight)
                            .sum())
                    .isEqualTo(1_000_000);
        }
    }

    @Property(tries = 40)
    void everyContributionSaysWhyAndThoseOfAFactNameIt(@ForAll long seed) {
        for (HealthChanged change : disordered(seed).changes()) {
            assertThat(change.contributions())
                    .allSatisfy(it -> assertThat(it.sentence()).matches("[A-Z0-9].*; confidence \\d+%"))
                    .filteredOn(it -> it.cause() == Cause.FACT)
                    .allSatisfy(it -> assertThat(it.evidence()).isNotNull());
            assertThat(change.contributions())
                    .filteredOn(it -> it.cause() == Cause.TIME)
                    .allSatisfy(it -> assertThat(it.sentence()).contains("; time passed"));
        }
    }

    @Property(tries = 20)
    void whatComesInOrderNamesOnlyFactsThatWereThere(@ForAll long seed) {
        for (HealthChanged change : told(life(seed), noDelay()).changes()) {
            assertThat(change.contributions())
                    .filteredOn(it -> it.evidence() != null)
                    .allSatisfy(it -> assertThat(it.evidence().at())
                            .isBeforeOrEqualTo(change.knownAt().plus(Duration.ofHours(8))));
        }
    }

    private static Story disordered(long seed) {
        Random random = new Random(seed);
        return told(life(seed), fact -> Duration.ofHours(random.nextInt(24 * 10)));
    }

    private static @Nullable MeasureLevel level(@Nullable MeasureScore measure) {
        return measure == null || measure.points() == null
                ? null
                : new MeasureLevel(measure.value(), measure.points(), measure.weight());
    }
}
