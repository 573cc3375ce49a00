package io.playcaller.router.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A quarter of a team of forty: who had how much, what was begun in time, what did not fit into a day. */
class QuarterTest {

    @Test
    void aTeamOfFortyLivesThroughAQuarterWithAStorm() {
        Quarter quarter = new Quarter(7);

        quarter.live();

        System.out.println(quarter.report());
        assertThat(quarter.fullestDay()).as("new tasks of a person and day").isLessThanOrEqualTo(8);
        assertThat(quarter.tasks()).isEqualTo(quarter.assigned() + quarter.nobodys());
        assertThat(quarter.criticalThatWaited()).isZero();
        assertThat(quarter.later()).as("the storm does not fit into its days").isPositive();
        Map<String, Integer> pool = quarter.poolMinutes();
        double most = pool.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        double mean =
                pool.values().stream().mapToInt(Integer::intValue).average().orElseThrow();
        assertThat(most / mean).as("the busiest of the pool against its mean").isLessThan(1.25);
    }
}
