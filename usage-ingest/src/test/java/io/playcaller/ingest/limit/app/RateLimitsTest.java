package io.playcaller.ingest.limit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.event.app.IngestMetrics;
import io.playcaller.ingest.limit.Bucket;
import io.playcaller.ingest.limit.Grant;
import io.playcaller.ingest.limit.RateLimit;
import io.playcaller.ingest.refusal.app.RefusalCount;
import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.Scope;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final KeyHolder WEB = new KeyHolder("web", Set.of(Scope.EVENTS), null);
    private static final KeyHolder SLOW = new KeyHolder("slow", Set.of(Scope.EVENTS), 10);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountedBucket bucket = new CountedBucket();
    private final RateLimits limits = new RateLimits(
            bucket,
            new LimitMetrics(meters, new IngestMetrics(meters, new RefusalCount(meters))),
            new SmallRyeConfigBuilder().withMapping(IngestConfig.class).build().getConfigMapping(IngestConfig.class));

    /** One shared bucket in which time stands still. */
    private static final class CountedBucket implements Buckets {

        private Bucket bucket = new Bucket(0);
        private int asked;

        @Override
        public Uni<Grant> take(String source, RateLimit limit, long need, long lease) {
            asked++;
            Bucket.Taken taken = bucket.take(0, need, lease, limit.burst().toNanos());
            bucket = taken.bucket();
            return Uni.createFrom().item(taken.grant());
        }
    }

    @Test
    void mostRequestsAskNobody() {
        for (int request = 0; request < 10_000; request++) {
            admit(WEB, 1);
        }

        // 2,000 events are a tenth of a second's worth; each time, one request's own event comes on top.
        assertThat(bucket.asked).isEqualTo(5);
    }

    @Test
    void aSourceHasTheDefaultLimitOrItsOwn() {
        assertThat(limits.of(WEB)).isEqualTo(new RateLimit(20_000, Duration.ofSeconds(10)));
        assertThat(limits.of(SLOW)).isEqualTo(new RateLimit(10, Duration.ofSeconds(10)));
    }

    @Test
    void whoIsOverItIsToldWhenToComeAgain() {
        admit(SLOW, 95);

        assertThatThrownBy(() -> admit(SLOW, 30)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(429);
            assertThat(refused.problem().code()).isEqualTo("rate.exceeded");
            // One event was taken ahead: 96 of 100 are gone, 26 are to be earned at ten a second.
            assertThat(refused.problem().retryAfter()).isEqualTo(3L);
            assertThat(refused.problem().detail())
                    .isEqualTo("source slow may send 10 events a second and 100 at once; send these 30 again later");
        });
        assertThat(meters.get("playcaller.ingest.limit.refused.events")
                        .counter()
                        .count())
                .isEqualTo(30);
    }

    @Test
    void whoHasNothingLeftIsToldSoBeforeItIsReadAndNobodyIsAsked() {
        KeyHolder slowest = new KeyHolder("slowest", Set.of(Scope.EVENTS), 1);
        limits.requireSome(slowest);
        admit(slowest, 10);
        int asked = bucket.asked;

        assertThatThrownBy(() -> limits.requireSome(slowest))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("rate.exceeded");
                    assertThat(refused.problem().retryAfter()).isEqualTo(1L);
                    assertThat(refused.problem().detail()).endsWith("send this again later");
                });
        limits.requireSome(slowest.rehearsing());
        assertThat(bucket.asked).isEqualTo(asked);
    }

    @Test
    void aSourceOfAFewEventsGetsAllOfThem() {
        KeyHolder slowest = new KeyHolder("slowest", Set.of(Scope.EVENTS), 1);
        for (int i = 0; i < 10; i++) {
            admit(slowest, 1);
        }

        assertThatThrownBy(() -> admit(slowest, 1)).isInstanceOf(ProblemException.class);
    }

    @Test
    void itIsWarnedOfOnceBeforeItBites() {
        admit(SLOW, 72);
        admit(SLOW, 2);
        admit(SLOW, 17);
        admit(SLOW, 2);

        assertThat(warnings("70")).isEqualTo(1);
        assertThat(warnings("90")).isEqualTo(1);
    }

    private double warnings(String percent) {
        return meters.get("playcaller.ingest.limit.warnings")
                .tag("percent", percent)
                .counter()
                .count();
    }

    private void admit(KeyHolder holder, int events) {
        limits.admit(holder, events).await().atMost(Duration.ofSeconds(60));
    }
}
