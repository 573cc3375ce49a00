package io.playcaller.ingest.door.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.door.cloudevents.Binding;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadFieldsTest {

    private static final List<String> NAMES = List.of(
            "feature",
            "productId",
            "quantity",
            "meaningful",
            "name",
            "firstName",
            "lastName",
            "email",
            "title",
            "plan");

    private final SegmentReader segment = new SegmentReader(32_768);
    private final CloudEventReader cloudEvents = new CloudEventReader(32_768, "web");

    /** Of an object with every name that any reader knows, and one that none does. */
    @ParameterizedTest
    @CsvSource({
        "track, properties, name firstName lastName email title plan",
        "page, properties, quantity name firstName lastName email title plan",
        "screen, properties, quantity name firstName lastName email title plan",
        "identify, traits, feature productId quantity meaningful plan",
        "group, traits, feature productId quantity meaningful name firstName lastName email title plan"
    })
    void ofASegmentCallTheyAreThoseThatChangeNothing(String call, String object, String unread) {
        ObjectNode event = call(call);
        NAMES.forEach(name -> with(event, object, name));

        List<String> pointers = UnreadFields.of(read(event));

        assertThat(pointers)
                .containsExactlyInAnyOrderElementsOf(Set.of(unread.split(" ")).stream()
                        .map(name -> "/" + object + "/" + name)
                        .toList());
        for (String name : NAMES) {
            boolean changesNothing = read(with(call(call), object, name))
                    .draft()
                    .equals(read(call(call)).draft());
            assertThat(changesNothing).as(name).isEqualTo(pointers.contains("/" + object + "/" + name));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "io.playcaller.usage.recorded.v1, event feature, severity",
        "io.playcaller.support.ticket-changed.v1, ticketId severity comment, feature",
        "io.playcaller.success.touch-recorded.v1, kind staffId, subject"
    })
    void ofACloudEventTheyAreThoseThatItsSchemaDoesNotHave(String type, String read, String unread) {
        ObjectNode data = WireJson.mapper().createObjectNode();
        for (String name : (read + " " + unread).split(" ")) {
            data.put(name, "x");
        }
        ObjectNode event = WireJson.mapper().createObjectNode();
        event.put("specversion", "1.0").put("id", "e-1").put("source", "web").put("type", type);
        event.set("data", data);

        assertThat(UnreadFields.of(
                        cloudEvents.structured(0, raw("application/cloudevents+json", event, Map.of()), event)))
                .containsExactly("/data/" + unread);
        assertThat(UnreadFields.of(cloudEvents.binary(
                        0, raw("application/json", data, Map.of("ce-type", type)), attributes(type), Binding.HTTP)))
                .containsExactly("/" + unread);
    }

    private static Map<String, String> attributes(String type) {
        return Map.of("specversion", "1.0", "id", "e-1", "source", "web", "type", type);
    }

    private static ObjectNode call(String call) {
        return WireJson.mapper()
                .createObjectNode()
                .put("type", call)
                .put("messageId", "m-1")
                .put("userId", "u-1")
                .put("groupId", "acme")
                .put("event", "Login");
    }

    private static ObjectNode with(ObjectNode event, String object, String name) {
        ObjectNode own = event.withObjectProperty(object);
        switch (name) {
            case "quantity" -> own.put(name, 7);
            case "meaningful" -> own.put(name, event.path("type").asText().equals("track") ? false : true);
            default -> own.put(name, "x");
        }
        return event;
    }

    private Item read(ObjectNode event) {
        return segment.event(0, raw("application/json", event, Map.of()), event.deepCopy(), () -> "none");
    }

    private static RawItem raw(String contentType, JsonNode json, Map<String, String> beside) {
        return RawItem.whole(contentType, WireJson.write(json), beside);
    }
}
