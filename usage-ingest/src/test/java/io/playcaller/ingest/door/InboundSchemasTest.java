package io.playcaller.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.door.cloudevents.Binding;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.refusal.Fault;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas of what may come in say what the readers read. */
class InboundSchemasTest {

    private final CloudEventReader cloudEvents = new CloudEventReader(32_768, "web");
    private final SegmentReader segment = new SegmentReader(32_768);

    /** A schema, and how what it describes is read. */
    record Inbound(Optional<EventType> type, JsonNode schema) {

        @Override
        public String toString() {
            return type.map(EventType::wire).orElse("segment");
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeThatTheDoorTakesHasASchemaAndNoOther(EventType type) throws IOException {
        Item item = read(Optional.of(type), WireJson.mapper().createObjectNode());

        boolean taken =
                refusal(item).map(Refusal::code).filter("type.unknown"::equals).isEmpty();
        assertThat(schema(type.wire().substring("io.playcaller.".length())).isPresent())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theExamplesAreTaken(Inbound inbound) {
        for (JsonNode example : inbound.schema().get("examples")) {
            assertThat(refusal(read(inbound.type(), example)))
                    .as(example.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void whatIsRequiredIsRequired(Inbound inbound) {
        for (JsonNode required : inbound.schema().path("required")) {
            ObjectNode without = inbound.schema().at("/examples/0").deepCopy();
            without.remove(required.asText());

            assertThat(field(read(inbound.type(), without))).isEqualTo("/" + required.asText());
        }
    }

    /** A {@code messageId} that is no text counts as none, and the event gets one. */
    @ParameterizedTest
    @MethodSource("schemas")
    void everyFieldIsRead(Inbound inbound) {
        for (var property : inbound.schema().get("properties").properties()) {
            ObjectNode wrong = exampleWith(inbound, property.getKey()).deepCopy();
            wrong.putObject(property.getKey()).putArray("userId");

            if (!property.getValue().path("type").asText().equals("object")
                    && !property.getKey().equals("messageId")) {
                assertThat(field(read(inbound.type(), wrong))).startsWith("/" + property.getKey());
            }
        }
    }

    private static JsonNode exampleWith(Inbound inbound, String field) {
        for (JsonNode example : inbound.schema().get("examples")) {
            if (example.has(field)) {
                return example;
            }
        }
        throw new AssertionError("no example of " + inbound + " has " + field);
    }

    static Stream<Inbound> schemas() throws IOException {
        List<Inbound> all = new ArrayList<>();
        schema("segment").ifPresent(schema -> all.add(new Inbound(Optional.empty(), schema)));
        for (EventType type : EventType.values()) {
            schema(type.wire().substring("io.playcaller.".length()))
                    .ifPresent(schema -> all.add(new Inbound(Optional.of(type), schema)));
        }
        return all.stream();
    }

    private static Optional<JsonNode> schema(String name) throws IOException {
        try (InputStream shipped = EventType.class.getResourceAsStream("/schemas/inbound/" + name + ".json")) {
            return shipped == null
                    ? Optional.empty()
                    : Optional.of(WireJson.mapper().readTree(shipped));
        }
    }

    private Item read(Optional<EventType> type, JsonNode json) {
        RawItem raw = RawItem.whole("application/json", WireJson.write(json), Map.of());
        return type.map(known -> cloudEvents.binary(
                        0,
                        raw,
                        Map.of("specversion", "1.0", "id", "m-1", "source", "web", "type", known.wire()),
                        Binding.KAFKA))
                .orElseGet(() -> segment.event(0, raw, json.deepCopy(), () -> "m-1"));
    }

    private static Optional<Refusal> refusal(Item item) {
        return item.draft() instanceof Step.Refused<Draft> no ? Optional.of(no.refusal()) : Optional.empty();
    }

    private static String field(Item item) {
        return refusal(item).flatMap(Refusal::first).map(Fault::field).orElse("taken");
    }
}
