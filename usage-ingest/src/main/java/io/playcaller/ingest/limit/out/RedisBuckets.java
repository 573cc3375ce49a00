package io.playcaller.ingest.limit.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.limit.Grant;
import io.playcaller.ingest.limit.RateLimit;
import io.playcaller.ingest.limit.app.Buckets;
import io.playcaller.ingest.redis.out.RedisCalls;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import java.util.List;

/** The buckets that all replicas share, in microseconds of Redis' own clock. A key lives until its bucket is full. */
final class RedisBuckets implements Buckets {

    private static final long NANOS_PER_MICRO = 1_000;

    /** As {@link io.playcaller.ingest.limit.Bucket#take}. */
    private static final String TAKE = """
            local t = redis.call('TIME')
            local now = t[1] * 1000000 + t[2]
            local need, lease, burst = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local missing = math.max(0, tonumber(redis.call('GET', KEYS[1]) or '0') - now)
            local wait = missing + math.min(need, burst) - burst
            if wait > 0 then
              return {0, wait, missing}
            end
            local leased = math.max(0, math.min(lease, burst - missing - need))
            local after = missing + need + leased
            redis.call('SET', KEYS[1], string.format('%.0f', now + after), 'PX', math.ceil(after / 1000) + 1)
            return {1, leased, after}
            """;

    private final RedisCalls redis;
    private final String prefix;

    RedisBuckets(RedisAPI redis, IngestConfig config, TopicNames topics) {
        this.redis = new RedisCalls(
                redis, config.limits().rateTimeout(), "each replica keeps the limits of sources on its own");
        this.prefix = topics.prefix() + "playcaller:bucket:";
    }

    @Override
    public Uni<Grant> take(String source, RateLimit limit, long need, long lease) {
        return redis.eval(
                        TAKE,
                        List.of(prefix + source),
                        List.of(
                                micros(need),
                                micros(lease),
                                micros(limit.burst().toNanos())))
                .map(RedisBuckets::grant);
    }

    private static Grant grant(Response answer) {
        long amount = answer.get(1).toLong() * NANOS_PER_MICRO;
        long missing = answer.get(2).toLong() * NANOS_PER_MICRO;
        return answer.get(0).toInteger() == 1
                ? new Grant.Admitted(amount, missing)
                : new Grant.Refused(amount, missing);
    }

    private static String micros(long nanos) {
        return Long.toString((nanos + NANOS_PER_MICRO - 1) / NANOS_PER_MICRO);
    }
}
