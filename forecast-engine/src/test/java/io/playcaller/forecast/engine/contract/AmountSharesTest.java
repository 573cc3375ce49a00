package io.playcaller.forecast.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AmountSharesTest {

    @Test
    void aForecastSaysThemAndOneOfBeforeHasThoseOfThePrior() {
        AmountShares learnt = new AmountShares(List.of(800, 600, 200), List.of(1_100, 1_200, 1_300));

        assertThat(AmountShares.of(learnt.told())).isEqualTo(learnt);
        assertThat(AmountShares.of(null)).isEqualTo(AmountShares.prior());
    }

    @Test
    void theHalfNearestToTheSameComesFirst() {
        List<Double> kept = new ArrayList<>(Collections.nCopies(5, 0.95));
        kept.addAll(Collections.nCopies(3, 0.8));
        kept.addAll(Collections.nCopies(2, 0.2));
        Collections.shuffle(kept, new Random(1));

        AmountShares learnt = AmountShares.prior().withLess(kept);

        assertThat(learnt.less()).containsExactly(950, 800, 200);
        assertThat(learnt.more()).isEqualTo(AmountShares.prior().more());
    }

    @Test
    void growthIsSortedFromTheSameUpwards() {
        List<Double> kept = new ArrayList<>(Collections.nCopies(2, 3.0));
        kept.addAll(Collections.nCopies(5, 1.1));
        kept.addAll(Collections.nCopies(3, 1.5));

        assertThat(AmountShares.prior().withMore(kept).more()).containsExactly(1_100, 1_500, 3_000);
    }

    @Test
    void sharesThatFitWhatCameAreNearerThanOthers() {
        AmountShares half = new AmountShares(List.of(510, 500, 490), List.of(1_010, 1_020, 1_030));

        assertThat(half.distance(0.5)).isLessThan(AmountShares.prior().distance(0.5));
        assertThat(half.distance(1.4)).isGreaterThan(AmountShares.prior().distance(1.4));
    }

    @Test
    void lessIsLessAndMoreIsMore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AmountShares(List.of(900, 1_000, 500), List.of(1_100, 1_200, 1_300)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AmountShares(List.of(900, 800), List.of(1_100, 1_200, 1_300)));
    }
}
