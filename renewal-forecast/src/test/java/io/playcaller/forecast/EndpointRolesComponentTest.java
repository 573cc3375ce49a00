package io.playcaller.forecast;

import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.access.EndpointRolesConformance;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class EndpointRolesComponentTest extends EndpointRolesConformance {

    /** Ids of judgements are UUIDs; one that nothing has. */
    @Override
    protected String parameter(String name) {
        return name.equals("judgementId") ? "00000000-0000-4000-8000-000000000000" : super.parameter(name);
    }
}
