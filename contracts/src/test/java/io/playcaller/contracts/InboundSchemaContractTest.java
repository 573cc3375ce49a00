package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What may be written to the doors over Kafka. These schemas are written by hand: people stand there by the product's own
 * ids, and the account need not be named. That the readers take what they allow, a test of usage-ingest proves.
 */
class InboundSchemaContractTest {

    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");

    @ParameterizedTest
    @MethodSource("inbound")
    void theExamplesAreValid(Path file) throws IOException {
        JsonNode schema = WireJson.mapper().readTree(file.toFile());
        var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema.toString(), InputFormat.JSON);

        assertThat(schema.get("examples"))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(validator.validate(example.toString(), InputFormat.JSON))
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("inbound")
    void theWordsAreThoseOfTheFact(Path file) throws IOException {
        Path fact = SCHEMAS.resolve(file.getFileName());
        JsonNode inbound = WireJson.mapper().readTree(file.toFile()).get("properties");
        JsonNode outbound = Files.exists(fact)
                ? WireJson.mapper().readTree(fact.toFile()).get("properties")
                : WireJson.mapper().createObjectNode();

        for (var property : outbound.properties()) {
            if (property.getValue().has("enum")) {
                assertThat(inbound.at("/" + property.getKey() + "/enum"))
                        .isEqualTo(property.getValue().get("enum"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("inbound")
    void theAsyncApiDocumentRefersToIt(Path file) throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/asyncapi.yaml")))
                .contains("$ref: 'schemas/inbound/" + file.getFileName() + "'");
    }

    static List<Path> inbound() {
        try (Stream<Path> files = Files.list(SCHEMAS.resolve("inbound"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
