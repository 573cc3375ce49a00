package io.playcaller.bench.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FiringRunTest {

    @Test
    void theFirstQuarterOfABacklogDoesNotCount() {
        // The first two take ten seconds, the six after the third one second.
        double perSecond = FiringRun.perSecond(0, 10, 10, 10.2, 10.4, 10.6, 10.8, 11);

        assertThat(perSecond).isCloseTo(5, within(1e-9));
    }
}
