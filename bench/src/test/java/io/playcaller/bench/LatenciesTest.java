package io.playcaller.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void aQuantileIsAMeasuredValueByNearestRank() {
        Latencies four = Latencies.of(40, 10, 30, 20);

        assertThat(four.quantile(0.25)).isEqualTo(10);
        assertThat(four.quantile(0.5)).isEqualTo(20);
        assertThat(four.quantile(0.51)).isEqualTo(30);
        assertThat(four.quantile(1)).isEqualTo(40);
    }

    @Test
    void oneMeasurementIsEveryQuantile() {
        assertThat(Latencies.of(7_000_000)).hasToString("n=1  min 7.0 ms  median 7.0 ms  p95 7.0 ms  max 7.0 ms");
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThatThrownBy(Latencies::of).isInstanceOf(IllegalArgumentException.class);
    }
}
