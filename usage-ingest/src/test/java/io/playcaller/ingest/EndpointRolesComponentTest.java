package io.playcaller.ingest;

import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.access.EndpointRolesConformance;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class EndpointRolesComponentTest extends EndpointRolesConformance {

    @Override
    protected String parameter(String name) {
        return switch (name) {
            case "call" -> "track";
            case "letter" -> "t";
            case "batch" -> "batch";
            case "webhook" -> "desk";
            default -> super.parameter(name);
        };
    }

    /** Those of src/test/resources/META-INF/microprofile-config.properties. */
    @Override
    protected Map<String, String> writeKeys() {
        return Map.of("key:events", "web-key", "key:register", "crm-key");
    }
}
