package io.playcaller.ingest.limit.out;

import io.playcaller.ingest.limit.app.Buckets;

class LocalBucketsTest extends BucketsConformance {

    private final Buckets buckets = new LocalBuckets(System::nanoTime);

    @Override
    protected Buckets buckets() {
        return buckets;
    }
}
