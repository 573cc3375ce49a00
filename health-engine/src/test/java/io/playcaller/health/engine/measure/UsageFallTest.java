package io.playcaller.health.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class UsageFallTest {

    private static final long LAST = 20_000;
    private static final long ENOUGH = 12;

    @Property
    void useInTheWeekNeverMakesAFallMore(
            @ForAll @LongRange(max = 5_000) long week,
            @ForAll @LongRange(min = ENOUGH, max = 5_000) long before,
            @ForAll @LongRange(max = 5_000) long quietest) {
        assertThat(share(week + 1, before, quietest)).isLessThanOrEqualTo(share(week, before, quietest));
    }

    @Property
    void useAMonthBeforeNeverMakesAFallLess(
            @ForAll @LongRange(max = 5_000) long week,
            @ForAll @LongRange(min = ENOUGH, max = 5_000) long before,
            @ForAll @LongRange(max = 5_000) long quietest) {
        assertThat(share(week, before, quietest + 1)).isGreaterThanOrEqualTo(share(week, before, quietest));
    }

    @Property
    void aFallIsAShareAndNoMoreThanAgainstTheFourWeeksBefore(
            @ForAll @LongRange(max = 5_000) long week,
            @ForAll @LongRange(min = ENOUGH, max = 5_000) long before,
            @ForAll @LongRange(max = 5_000) long quietest) {
        long beside = share(week, before, Long.MAX_VALUE / 100);

        assertThat(share(week, before, quietest)).isBetween(0L, Math.min(1_000, beside));
    }

    @Test
    void theLesserOfBothFallsCounts() {
        assertThat(share(20, 200, 50)).isEqualTo(600);
        assertThat(share(20, 200, 40)).isEqualTo(500);
    }

    @Test
    void whoHadNotHalfOfAWeeksUseInAWeekAMonthBeforeHasSuchWeeks() {
        assertThat(share(1, 200, 25)).isEqualTo(960);
        assertThat(share(1, 200, 24)).isZero();
    }

    @Test
    void theSentenceSaysBothThatItIsComparedWith() {
        assertThat(new UsageFall(LAST, 20, 200, 45, false).sentence())
                .isEqualTo(
                        "Use fell by 56%: 20 uses in the 7 days to 2024-10-04, against 50 a week in the 4 weeks before and 45 in the quietest week a month before");
        assertThat(new UsageFall(LAST, 20, 200, 24, false).sentence())
                .isEqualTo(
                        "Use is no lower than before: 20 uses in the 7 days to 2024-10-04, against 50 a week in the 4 weeks before and 24 in the quietest week a month before");
        assertThat(new UsageFall(LAST, 10, 120, 27, true).sentence())
                .isEqualTo(
                        "Use fell by 63%: 10 uses in the 7 days to 2024-10-04, against 30 a week in the 4 weeks before and 27 in the quietest week a month before, on the same weekdays");
    }

    private static long share(long week, long before, long quietest) {
        return new UsageFall(LAST, week, before, quietest, false).share();
    }
}
