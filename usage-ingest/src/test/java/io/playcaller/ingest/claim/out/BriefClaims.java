package io.playcaller.ingest.claim.out;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.config.IngestConfig;
import io.vertx.mutiny.redis.client.RedisAPI;

/** The claims of the service under another lock: that of production is longer than a test waits. */
public final class BriefClaims {

    private BriefClaims() {}

    public static Claims on(RedisAPI redis, IngestConfig config, TopicNames topics) {
        return new RedisClaims(redis, config, topics, new SimpleMeterRegistry());
    }
}
