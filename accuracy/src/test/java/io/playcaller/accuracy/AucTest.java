package io.playcaller.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AucTest {

    /** The example of scikit-learn's roc_auc_score. */
    @Test
    void aPublishedExample() {
        assertThat(Auc.of(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true}))
                .isEqualTo(0.75);
    }

    @Test
    void tiesCountHalf() {
        assertThat(Auc.of(new double[] {1, 1, 0}, new boolean[] {true, false, false}))
                .isEqualTo(0.75);
        assertThat(Auc.of(new double[] {1, 1}, new boolean[] {true, false})).isEqualTo(0.5);
    }

    @Test
    void oneEndAloneSaysNothing() {
        assertThat(Auc.of(new double[] {1, 2}, new boolean[] {true, true})).isNaN();
    }

    @Property(tries = 100)
    void itIsTheShareOfPairsInTheRightOrder(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 8) Integer> risks, @ForAll long seed) {
        Random random = new Random(seed);
        double[] risk = risks.stream().mapToDouble(Integer::doubleValue).toArray();
        boolean[] bad = new boolean[risk.length];
        int[] times = new int[risk.length];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = random.nextBoolean();
            times[i] = random.nextInt(4);
        }
        bad[0] = true;
        bad[1] = false;
        times[0] = 1;
        times[1] = 1;

        assertThat(new Auc(risk, bad).weighted(times)).isCloseTo(pairs(risk, bad, times), within(1e-12));
    }

    private static double pairs(double[] risk, boolean[] bad, int[] times) {
        double wins = 0;
        double all = 0;
        for (int i = 0; i < risk.length; i++) {
            for (int j = 0; j < risk.length; j++) {
                if (bad[i] && !bad[j]) {
                    double pairs = (double) times[i] * times[j];
                    all += pairs;
                    wins += risk[i] > risk[j] ? pairs : risk[i] == risk[j] ? pairs / 2 : 0;
                }
            }
        }
        return wins / all;
    }
}
