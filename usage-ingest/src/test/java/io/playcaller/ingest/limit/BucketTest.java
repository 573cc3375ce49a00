package io.playcaller.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final RateLimit TEN_A_SECOND = new RateLimit(10, Duration.ofSeconds(3));
    private static final long SECOND = 1_000_000_000L;
    private static final long BURST = 3 * SECOND;

    @Test
    void aFullBucketGivesItsBurstAndThenWhatIsEarned() {
        Bucket full = new Bucket(0);
        Bucket empty = admitted(full, 0, 30);

        assertThat(empty.take(0, cost(1), 0, BURST).grant()).isEqualTo(new Grant.Refused(SECOND / 10, BURST));
        assertThat(empty.take(2 * SECOND, cost(21), 0, BURST).grant())
                .isEqualTo(new Grant.Refused(SECOND / 10, SECOND));
        admitted(empty, 2 * SECOND, 20);
        assertThat(TEN_A_SECOND.atOnce()).isEqualTo(30);
    }

    @Test
    void whatIsLargerThanTheBucketGoesOnceItIsFull() {
        Bucket inDebt = admitted(new Bucket(0), 0, 100);

        assertThat(inDebt.take(9 * SECOND, cost(100), 0, BURST).grant()).isEqualTo(new Grant.Refused(SECOND, SECOND));
        admitted(inDebt, 10 * SECOND, 100);
    }

    @Test
    void aLeaseTakesNoMoreThanIsThere() {
        Bucket.Taken some = new Bucket(0).take(0, cost(10), cost(5), BURST);
        Bucket.Taken rest = some.bucket().take(0, cost(14), cost(5), BURST);

        assertThat(some.grant()).isEqualTo(new Grant.Admitted(cost(5), cost(15)));
        assertThat(rest.grant()).isEqualTo(new Grant.Admitted(cost(1), BURST));
    }

    @Test
    void noPatternOfRequestsPassesMoreThanBurstAndRate() {
        Random random = new Random(7);
        Bucket bucket = new Bucket(0);
        long passed = 0;
        long now = 0;
        for (int request = 0; request < 100_000; request++) {
            now += random.nextLong(SECOND / 2);
            int events = 1 + random.nextInt(30);
            Bucket.Taken taken = bucket.take(now, cost(events), 0, BURST);
            if (taken.grant() instanceof Grant.Admitted) {
                passed += events;
            }
            bucket = taken.bucket();
            assertThat(cost((int) passed)).isLessThanOrEqualTo(BURST + now);
        }
        assertThat(cost((int) passed)).isGreaterThan(now * 9 / 10);
    }

    private static Bucket admitted(Bucket bucket, long now, int events) {
        Bucket.Taken taken = bucket.take(now, cost(events), 0, BURST);
        assertThat(taken.grant()).isInstanceOf(Grant.Admitted.class);
        return taken.bucket();
    }

    private static long cost(int events) {
        return TEN_A_SECOND.cost(events);
    }
}
