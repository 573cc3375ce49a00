package io.playcaller.chassis.access;

import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.access.EndpointRolesConformance;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(PlaycallerStack.class)
class EndpointRolesComponentTest extends EndpointRolesConformance {}
