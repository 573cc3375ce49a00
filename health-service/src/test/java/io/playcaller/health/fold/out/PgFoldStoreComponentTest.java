package io.playcaller.health.fold.out;

import io.playcaller.health.fold.app.FoldStore;
import io.playcaller.health.fold.app.FoldStoreConformance;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class PgFoldStoreComponentTest extends FoldStoreConformance {

    @Inject
    FoldStore store;

    @Override
    protected FoldStore store() {
        return store;
    }
}
