package io.playcaller.forecast.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class MomentsTest {

    @Property
    void theOrderOfValuesIsOfNoConsequence(
            @ForAll @Size(min = 2, max = 50) List<@DoubleRange(min = -1_000, max = 1_000) Double> values) {
        Moments inOrder = of(values);
        List<Double> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(1));
        Moments other = of(shuffled);

        assertThat(other.mean()).isCloseTo(inOrder.mean(), within(1e-9));
        assertThat(other.variance()).isCloseTo(inOrder.variance(), within(1e-6));
        assertThat(other.least()).isEqualTo(inOrder.least());
        assertThat(other.most()).isEqualTo(inOrder.most());
    }

    private static Moments of(List<Double> values) {
        Moments moments = Moments.none();
        for (double value : values) {
            moments = moments.plus(value);
        }
        return moments;
    }
}
