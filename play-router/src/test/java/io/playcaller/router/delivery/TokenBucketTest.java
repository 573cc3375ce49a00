package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final Pace PACE = new Pace(8, 2, 5);

    @Test
    void aQuietWhileAllowsABurstAndNoMore() {
        TokenBucket bucket = TokenBucket.full(PACE, Duration.ZERO);

        assertThat(bucket.available(Duration.ofHours(1))).isEqualTo(5);
    }

    @Test
    void whatWasTakenComesBackEvenly() {
        TokenBucket bucket = TokenBucket.full(PACE, Duration.ZERO).taken(5, Duration.ZERO);

        assertThat(bucket.available(Duration.ofMillis(499))).isZero();
        assertThat(bucket.available(Duration.ofMillis(500))).isEqualTo(1);
        assertThat(bucket.available(Duration.ofSeconds(2))).isEqualTo(4);
    }

    /** However often it is asked, and in whatever steps. */
    @Property
    void neverMoreGoesThanTheBurstAndThePaceAllow(
            @ForAll @Size(max = 60) List<@IntRange(max = 3_000) Integer> pausesInMillis) {
        TokenBucket bucket = TokenBucket.full(PACE, Duration.ZERO);
        Duration now = Duration.ZERO;
        int sent = 0;
        for (int pause : pausesInMillis) {
            now = now.plusMillis(pause);
            int allowed = Math.max(0, bucket.available(now));
            bucket = bucket.taken(allowed, now);
            sent += allowed;
            assertThat(sent).isLessThanOrEqualTo((int) (5 + 2 * now.toMillis() / 1_000.0 + 1e-6));
        }
    }
}
