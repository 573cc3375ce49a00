package io.playcaller.ingest.limit.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.limit.Grant;
import io.playcaller.ingest.limit.RateLimit;
import io.playcaller.ingest.limit.app.Buckets;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What every bucket does, in shared time or its own. Its limit earns an event a second: a test may take five minutes. */
public abstract class BucketsConformance {

    private static final RateLimit SLOW = new RateLimit(1, Duration.ofSeconds(10_000));
    private static final Offset<Double> SECONDS = Offset.offset(300.0);
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final String source = "source-" + UUID.randomUUID();

    protected abstract Buckets buckets();

    @Test
    public void whatIsMissingGrowsUntilRequestsAreRefused() {
        assertThat(missing(take(source, 6_000, 0))).isCloseTo(6_000, SECONDS);
        Grant refused = take(source, 5_000, 0);
        assertThat(refused).isInstanceOf(Grant.Refused.class);
        assertThat(((Grant.Refused) refused).waitFor() / 1e9).isCloseTo(1_000, SECONDS);
        assertThat(missing(take(source, 3_000, 0))).isCloseTo(9_000, SECONDS);
    }

    @Test
    public void aLeaseIsTakenWhereItIsThere() {
        Grant some = take(source, 6_000, 1_000);
        Grant rest = take(source, 2_500, 1_000);

        assertThat(((Grant.Admitted) some).leased() / 1e9).isCloseTo(1_000, SECONDS);
        assertThat(((Grant.Admitted) rest).leased() / 1e9).isCloseTo(500, SECONDS);
    }

    @Test
    public void moreThanABucketHoldsPassesAFullOne() {
        assertThat(missing(take(source, 50_000, 0))).isCloseTo(50_000, SECONDS);
        assertThat(((Grant.Refused) take(source, 50_000, 0)).waitFor() / 1e9).isCloseTo(50_000, SECONDS);
    }

    @Test
    public void sourcesDoNotShareABucket() {
        take(source, 10_000, 0);

        assertThat(take("another-" + source, 10_000, 0)).isInstanceOf(Grant.Admitted.class);
    }

    private Grant take(String from, int events, int lease) {
        return buckets()
                .take(from, SLOW, SLOW.cost(events), SLOW.cost(lease))
                .await()
                .atMost(LIMIT);
    }

    private static double missing(Grant grant) {
        assertThat(grant).isInstanceOf(Grant.Admitted.class);
        return grant.missing() / 1e9;
    }
}
