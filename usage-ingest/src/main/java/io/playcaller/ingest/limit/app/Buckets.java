package io.playcaller.ingest.limit.app;

import io.playcaller.ingest.limit.Grant;
import io.playcaller.ingest.limit.RateLimit;
import io.smallrye.mutiny.Uni;

/** One bucket a source. */
public interface Buckets {

    /**
     * Takes tokens, as {@link io.playcaller.ingest.limit.Bucket#take} does. Fails when the buckets cannot be reached.
     *
     * @param need nanoseconds
     * @param lease nanoseconds
     */
    Uni<Grant> take(String source, RateLimit limit, long need, long lease);
}
