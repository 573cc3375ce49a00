package io.playcaller.console;

import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.access.EndpointRolesConformance;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "console"))
@WithTestResource(TrialServices.class)
class EndpointRolesComponentTest extends EndpointRolesConformance {}
