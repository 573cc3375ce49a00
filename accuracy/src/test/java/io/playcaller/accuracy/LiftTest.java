package io.playcaller.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LiftTest {

    /** 20 units, 4 bad; of the two with the most risk one is: .5 / .2. */
    @Test
    void itIsTheBadShareOfTheTopTenthOverThatOfAll() {
        double[] risk = new double[20];
        boolean[] bad = new boolean[20];
        for (int i = 0; i < 20; i++) {
            risk[i] = i;
        }
        bad[19] = true;
        bad[3] = true;
        bad[4] = true;
        bad[5] = true;

        assertThat(Lift.topTenth(risk, bad)).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void aNumberThatIsTheSameForAllLiftsNothing() {
        boolean[] bad = {true, false, false, false};

        assertThat(Lift.topTenth(new double[4], bad)).isCloseTo(1, within(1e-12));
    }
}
