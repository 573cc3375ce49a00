package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages as once written, append-only: every build reads all of them. A file is never changed; a new optional field
 * gets a new file beside the old one.
 */
class RecordedMessagesTest {

    private static final Path RECORDED = Path.of("src/test/resources/recorded");

    @ParameterizedTest
    @MethodSource("recordings")
    void everyRecordedMessageIsReadAndWrittenWithoutLoss(Path file) throws IOException {
        JsonNode recorded = WireJson.mapper().readTree(file.toFile());
        JsonNode data = recorded.get("data");

        Event<?> event =
                EventCodec.read(headers(recorded), WireJson.write(data)).orElseThrow();

        assertThat(WireJson.mapper().readTree(WireJson.write(event.data()))).isEqualTo(data);
        assertThat(EventCodec.envelope(EventCodec.headers(event.envelope(), event.type())))
                .isEqualTo(event.envelope());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyRecordedMessageIsValidByTheShippedSchema(Path file) throws IOException {
        JsonNode recorded = WireJson.mapper().readTree(file.toFile());
        EventType type = EventType.ofWire(recorded.get("headers").get("ce_type").asText())
                .orElseThrow();

        try (InputStream shipped = EventType.class.getResourceAsStream("/" + SchemaFiles.path(type))) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(shipped.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            assertThat(schema.validate(recorded.get("data").toString(), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void everyTypeHasARecording() throws IOException {
        Set<EventType> recorded = EnumSet.noneOf(EventType.class);
        for (Path file : recordings()) {
            JsonNode type = WireJson.mapper().readTree(file.toFile()).at("/headers/ce_type");
            recorded.add(EventType.ofWire(type.asText()).orElseThrow());
        }
        assertThat(recorded).containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void aFieldAndAnEnumValueOfANewerWriterAreTolerated() {
        byte[] newer = """
                {"accountId":"acme","ticketId":"t-1","status":"merged","severity":"sev1",
                 "openedAt":"2026-03-01T10:00:00Z","assignedTeam":"emea"}""".getBytes(StandardCharsets.UTF_8);

        var ticket = WireJson.read(newer, io.playcaller.contracts.fact.TicketChanged.class);

        assertThat(ticket.status()).isEqualTo(io.playcaller.contracts.fact.TicketStatus.UNKNOWN);
        assertThat(ticket.severity()).isEqualTo(io.playcaller.contracts.fact.TicketSeverity.SEV1);
    }

    static List<Path> recordings() {
        try (Stream<Path> files = Files.walk(RECORDED)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Headers headers(JsonNode recorded) {
        Headers headers = new RecordHeaders();
        recorded.get("headers")
                .properties()
                .forEach(header ->
                        headers.add(header.getKey(), header.getValue().asText().getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
