package io.playcaller.ingest.limit.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.limit.Grant;
import io.playcaller.ingest.limit.RateLimit;
import io.playcaller.ingest.limit.app.Buckets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The shared buckets, and while Redis is away those of this replica: the door stays open, and n replicas then admit up to n
 * times the limit.
 */
@ApplicationScoped
class SharedBuckets implements Buckets {

    private final Buckets shared;
    private final Buckets local = new LocalBuckets(System::nanoTime);

    SharedBuckets(RedisAPI redis, IngestConfig config, TopicNames topics) {
        this.shared = new RedisBuckets(redis, config, topics);
    }

    /** Never fails. */
    @Override
    public Uni<Grant> take(String source, RateLimit limit, long need, long lease) {
        return shared.take(source, limit, need, lease)
                .onFailure()
                .recoverWithUni(away -> local.take(source, limit, need, lease));
    }
}
