package io.playcaller.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RanksTest {

    @Test
    void placesAreThoseWithinTheDateAndTiesShareOne() {
        List<String> dates = List.of("a", "b", "a", "b", "a", "a");

        assertThat(Ranks.within(new double[] {10, 900, 20, 800, 20, 30}, dates))
                .containsExactly(0.25, 1, 0.625, 0.5, 0.625, 1);
    }

    @Test
    void theMeanIsOverColumns() {
        List<String> dates = List.of("a", "a");

        assertThat(Ranks.mean(List.of(new double[] {1, 2}, new double[] {2, 1}), dates))
                .containsExactly(0.75, 0.75);
    }
}
