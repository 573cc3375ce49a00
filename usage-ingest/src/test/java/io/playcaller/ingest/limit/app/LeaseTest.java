package io.playcaller.ingest.limit.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.limit.RateLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a replica knows of a bucket without asking. Ten events a second, a hundred at once; one costs a tenth of a second. */
class LeaseTest {

    private static final RateLimit LIMIT = new RateLimit(10, Duration.ofSeconds(10));
    private static final long SECOND = 1_000_000_000L;
    private static final long ONE = SECOND / 10;
    /** As {@link System#nanoTime} may be: any number. */
    private static final long NOW = Long.MIN_VALUE + 5;

    private final Lease lease = new Lease(NOW);

    @Test
    void aBucketThatNobodyAskedMayBeFull() {
        assertThat(lease.shutFor(NOW, LIMIT)).isZero();
    }

    @Test
    void anEmptyBucketIsShutUntilItHoldsOneEvent() {
        lease.looked(NOW, 10 * SECOND);

        assertThat(lease.shutFor(NOW, LIMIT)).isEqualTo(ONE);
        assertThat(lease.shutFor(NOW + ONE - 1, LIMIT)).isEqualTo(1);
        assertThat(lease.shutFor(NOW + ONE, LIMIT)).isZero();
    }

    @Test
    void oneThatHoldsAnEventIsOpenForIt() {
        lease.looked(NOW, 10 * SECOND - ONE);

        assertThat(lease.shutFor(NOW, LIMIT)).isZero();
    }

    /** What was larger than the bucket left it in debt. */
    @Test
    void oneInDebtIsShutUntilThatIsEarned() {
        lease.looked(NOW, 40 * SECOND);

        assertThat(lease.shutFor(NOW, LIMIT)).isEqualTo(30 * SECOND + ONE);
    }

    @Test
    void whatWasTakenAheadOpensIt() {
        lease.looked(NOW, 10 * SECOND);
        lease.add(ONE);

        assertThat(lease.shutFor(NOW, LIMIT)).isZero();
    }

    @Test
    void aHigherLimitHoldsAtOnce() {
        lease.looked(NOW, 10 * SECOND);

        assertThat(lease.shutFor(NOW + SECOND / 1_000, new RateLimit(1_000, Duration.ofSeconds(10))))
                .isZero();
    }
}
