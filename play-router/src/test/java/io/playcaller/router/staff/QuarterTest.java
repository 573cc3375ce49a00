package io.playcaller.router.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.staff.Attainment.Count;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A quarter of a team of forty: who had how much, what was accepted and done in time, what did not fit into a day. */
class QuarterTest {

    /** What capacity.yaml of renewal-forecast promises of each role by default: nine in ten tasks are begun in time. */
    private static final double PROMISED = 90;

    private static final List<String> TIERS = List.of("enterprise", "mid-market", "pooled", "tech-touch");
    private static final int LEADS = 4;
    private static final int WEEKS = 13;
    private static final int MONTHS = 3;

    private static final Quarter QUARTER = new Quarter(7);

    @BeforeAll
    static void aTeamOfFortyLivesThroughAQuarterWithAStorm() {
        QUARTER.live();
        System.out.println(QUARTER.report());
    }

    @Test
    void nobodysDayIsFullerThanItMayBeAndTheStormWaitsInsteadOfBeingDropped() {
        assertThat(QUARTER.fullestDay()).as("new tasks of a person and day").isLessThanOrEqualTo(8);
        assertThat(QUARTER.signals()).isEqualTo(QUARTER.assigned() + QUARTER.nobodys());
        assertThat(QUARTER.criticalThatWaited()).isZero();
        assertThat(QUARTER.later()).as("the storm does not fit into its days").isPositive();
    }

    @Test
    void thePoolIsLoadedAlike() {
        Map<String, Integer> pool = QUARTER.poolMinutes();
        double most = pool.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        double mean =
                pool.values().stream().mapToInt(Integer::intValue).average().orElseThrow();
        assertThat(most / mean).as("the busiest of the pool against its mean").isLessThan(1.25);
    }

    /** In no tier, so that none pays for the others; the storm is in it, and nobody passes on what they do not get to. */
    @ParameterizedTest
    @FieldSource("TIERS")
    void inEveryTierAsManyTasksAreAcceptedInTimeAsThePlannerPromises(String tier) {
        assertThat(of(tier, Clock.ACCEPT).percent()).isGreaterThanOrEqualTo(PROMISED);
    }

    /** A clock to complete that runs out is told to a lead: each of them is to hear of at most one a week. */
    @Test
    void aLeadHearsOfAtMostOneLateEndAWeek() {
        int late = TIERS.stream()
                .mapToInt(tier -> of(tier, Clock.COMPLETE).missed())
                .sum();

        assertThat(late).isLessThanOrEqualTo(LEADS * WEEKS);
    }

    /** What is critical is what people are interrupted for: a leader bears one late acceptance a month, and no late end. */
    @Test
    void whatIsCriticalIsAcceptedInTimeButOnceAMonthAndAlwaysDoneInTime() {
        String critical = Quarter.word(Severity.CRITICAL);

        assertThat(of(critical, Clock.ACCEPT).missed()).isLessThanOrEqualTo(MONTHS);
        assertThat(of(critical, Clock.COMPLETE).missed()).isZero();
    }

    private static Count of(String row, Clock clock) {
        return QUARTER.attainment().of(row, clock);
    }
}
