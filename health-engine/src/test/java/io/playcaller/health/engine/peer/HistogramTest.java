package io.playcaller.health.engine.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.playcaller.health.engine.model.Curve;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {

    private static final Curve DAYS = Curve.of(1000, 10_000, 8000, 60_000, 16_000, 100_000);
    private static final Histogram NOBODY = Histogram.along(DAYS);

    @Property
    void theOrderInWhichCustomersAreCountedChangesNothing(
            @ForAll List<@LongRange(min = -9_000, max = 40_000) Long> values) {
        List<Long> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(values.size()));

        assertThat(of(shuffled)).isEqualTo(of(values));
        assertThat(of(values).customers()).isEqualTo(values.size());
    }

    @Property
    void partsAddUpInAnyOrderAndInAnyGrouping(
            @ForAll List<@LongRange(max = 28_000) Long> one,
            @ForAll List<@LongRange(max = 28_000) Long> two,
            @ForAll List<@LongRange(max = 28_000) Long> three) {
        List<Long> all = new ArrayList<>(one);
        all.addAll(two);
        all.addAll(three);

        assertThat(of(one).plus(of(two)).plus(of(three))).isEqualTo(of(all));
        assertThat(of(one).plus(of(two).plus(of(three)))).isEqualTo(of(all));
        assertThat(of(three).plus(of(one)).plus(of(two))).isEqualTo(of(all));
        assertThat(of(one).plus(NOBODY)).isEqualTo(of(one));
    }

    @Property
    void aHigherValueNeverHasALowerPlace(
            @ForAll @Size(min = 1) List<@LongRange(max = 28_000) Long> values,
            @ForAll @LongRange(min = -1_000, max = 40_000) long value,
            @ForAll @LongRange(max = 20_000) long more) {
        Histogram histogram = of(values);

        assertThat(histogram.place(value)).isBetween(0L, histogram.place(value + more));
        assertThat(histogram.place(value + more)).isBetween(0L, 1000L);
    }

    @Property
    void whoStandsWithEverybodyIsInTheMiddle(@ForAll @LongRange(min = -1_000, max = 40_000) long value) {
        assertThat(of(Collections.nCopies(25, value)).place(value)).isEqualTo(500);
    }

    /** The place by bins is that by counting, but for those in the same bin. */
    @Property
    void thePlaceIsTheShareThatStandsLower(
            @ForAll @Size(min = 20, max = 200) List<@LongRange(max = 28_000) Long> values,
            @ForAll @LongRange(max = 28_000) long value) {
        Histogram histogram = of(values);
        long lower = values.stream().filter(one -> one < value).count() * 1000 / values.size();
        long near = values.stream()
                        .filter(one -> Math.abs(one - value) < histogram.width()
                                || (one < 1_000 && value < 1_000)
                                || (one >= 16_000 && value >= 16_000))
                        .count()
                * 1000
                / values.size();

        assertThat(histogram.place(value)).isBetween(lower - near - 2, lower + near + 2);
    }

    @Test
    void binsRunFromTheFirstCornerOfTheCurveToItsLast() {
        assertThat(NOBODY.from()).isEqualTo(1000);
        assertThat(NOBODY.width()).isEqualTo(469);
        assertThat(NOBODY.counts()).hasSize(34);
        assertThat(of(List.of(0L)).counts().get(0)).isEqualTo(1);
        assertThat(of(List.of(1000L)).counts().get(1)).isEqualTo(1);
        assertThat(of(List.of(16_000L)).counts().get(32)).isEqualTo(1);
        assertThat(of(List.of(17_000L)).counts().get(33)).isEqualTo(1);
    }

    @Test
    void otherBinsCannotBeAdded() {
        Histogram others = Histogram.along(Curve.of(0, 0, 6000, 100_000));

        assertThatIllegalArgumentException().isThrownBy(() -> NOBODY.plus(others));
        assertThat(others.movedFrom(NOBODY)).isTrue();
    }

    @Test
    void whatMovedByABinAtMostDidNotMove() {
        Histogram before = of(Collections.nCopies(40, 8000L));

        assertThat(of(Collections.nCopies(47, 8000L)).movedFrom(before)).isFalse();
        assertThat(of(Collections.nCopies(40, 8000L + 469)).movedFrom(before)).isFalse();
        assertThat(of(Collections.nCopies(40, 8000L + 2 * 469)).movedFrom(before))
                .isTrue();
    }

    private static Histogram of(List<Long> values) {
        Histogram histogram = NOBODY;
        for (long value : values) {
            histogram = histogram.with(value);
        }
        return histogram;
    }
}
