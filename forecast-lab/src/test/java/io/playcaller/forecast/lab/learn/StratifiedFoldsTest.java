package io.playcaller.forecast.lab.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StratifiedFoldsTest {

    /** {@code numpy.random.RandomState(42).permutation(10)}, as its documentation and many a tutorial have it. */
    @Test
    void aShuffleIsThatOfNumpy() {
        int[] ten = IntStream.range(0, 10).toArray();

        new NumpyShuffle(42).shuffle(ten);

        assertThat(ten).containsExactly(8, 1, 5, 0, 7, 2, 9, 4, 3, 6);
    }

    @Property(tries = 200)
    void foldsAreOfOneSizeAndEachHasItsShareOfBothEnds(
            @ForAll @Size(min = 20, max = 200) boolean[] ends,
            @ForAll @IntRange(min = 2, max = 7) int folds,
            @ForAll int seed) {
        int[] dealt = StratifiedFolds.of(ends, folds, seed);

        int bad = (int) IntStream.range(0, ends.length).filter(i -> ends[i]).count();
        for (int fold = 0; fold < folds; fold++) {
            int now = fold;
            long size = IntStream.of(dealt).filter(one -> one == now).count();
            long badHere = IntStream.range(0, ends.length)
                    .filter(i -> dealt[i] == now && ends[i])
                    .count();
            assertThat(size).isBetween((long) ends.length / folds, (long) ends.length / folds + 1);
            assertThat(badHere).isBetween((long) bad / folds, (long) bad / folds + 1);
        }
    }
}
