package io.playcaller.forecast.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void whatIsLeftGoesToTheLargestRemaindersAndTiesToTheEarlier() {
        assertThat(LargestRemainder.spread(10, new long[] {1, 1, 1})).containsExactly(4, 3, 3);
        assertThat(LargestRemainder.spread(-10, new long[] {1, 1, 1})).containsExactly(-4, -3, -3);
        assertThat(LargestRemainder.spread(10, new long[] {6, 3, 3})).containsExactly(5, 3, 2);
    }

    @Test
    void aWeightBelowZeroWeighsNothingAndWithoutAnyAllWeighTheSame() {
        assertThat(LargestRemainder.spread(-5_000, new long[] {10_000, -1_000, -700}))
                .containsExactly(-5_000, 0, 0);
        assertThat(LargestRemainder.spread(7, new long[] {0, -3})).containsExactly(4, 3);
    }

    @Property
    void partsSumToWhateverIsSpreadByWhateverWeights(
            @ForAll long amount, @ForAll @Size(min = 1, max = 9) long[] weights) {
        long[] parts = LargestRemainder.spread(amount, weights);

        assertThat(Arrays.stream(parts).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(BigInteger.valueOf(amount));
        assertThat(Arrays.stream(parts)).allMatch(part -> part == 0 || Long.signum(part) == Long.signum(amount));
    }
}
