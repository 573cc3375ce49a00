package io.playcaller.ingest.limit.out;

import io.playcaller.ingest.limit.app.Buckets;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** On Redis. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class SharedBucketsComponentTest extends BucketsConformance {

    @Inject
    Buckets buckets;

    @Override
    protected Buckets buckets() {
        return buckets;
    }
}
