package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The shipped JSON Schemas say what the records say. {@code mvn test -pl contracts -am -Dtest=SchemaContractTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dplaycaller.schemas.write=true} writes them anew after a field was added.
 */
class SchemaContractTest {

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theShippedSchemaIsTheRecordsOwn(EventType type) throws IOException {
        JsonNode expected = SchemaOf.type(type);
        if (Boolean.getBoolean("playcaller.schemas.write")) {
            Path file = Path.of("src/main/resources", SchemaFiles.path(type));
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(expected) + "\n");
            return;
        }
        try (InputStream shipped = EventType.class.getResourceAsStream("/" + SchemaFiles.path(type))) {
            assertThat(shipped).as("schema of %s", type.wire()).isNotNull();
            assertThat(WireJson.mapper().readTree(shipped)).isEqualTo(expected);
        }
    }
}
