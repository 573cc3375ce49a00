package io.playcaller.ingest.limit.out;

import io.playcaller.ingest.limit.Bucket;
import io.playcaller.ingest.limit.Grant;
import io.playcaller.ingest.limit.RateLimit;
import io.playcaller.ingest.limit.app.Buckets;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Buckets of this replica alone. */
final class LocalBuckets implements Buckets {

    private final LongSupplier nanoTime;
    private final Map<String, Bucket.Taken> buckets = new ConcurrentHashMap<>();

    /** @param nanoTime a clock that never goes back */
    LocalBuckets(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public Uni<Grant> take(String source, RateLimit limit, long need, long lease) {
        Bucket.Taken taken = buckets.compute(source, (name, before) -> {
            long now = nanoTime.getAsLong();
            Bucket bucket = before == null ? new Bucket(now) : before.bucket();
            return bucket.take(now, need, lease, limit.burst().toNanos());
        });
        return Uni.createFrom().item(taken.grant());
    }
}
