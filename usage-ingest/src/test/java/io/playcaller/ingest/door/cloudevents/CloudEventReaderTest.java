package io.playcaller.ingest.door.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.door.JsonItems;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.refusal.Fault;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudEventReaderTest {

    private static final String USAGE = "io.playcaller.usage.recorded.v1";
    private static final String JSON = "application/json";

    private final CloudEventReader reader = new CloudEventReader(32_768, "web");

    /** Attributes and data of an event, as its producer has them before it chooses a mode. */
    private record Event(Map<String, String> attributes, String data) {}

    @Provide
    Arbitrary<Event> events() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(20).map(CloudEventReaderTest::wellFormed);
        Arbitrary<String> times =
                Arbitraries.of("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5+02:00", "yesterday", "");
        Arbitrary<String> types = Arbitraries.of(USAGE, "io.playcaller.feedback.survey-answered.v1", "other", "");
        Arbitrary<String> data = Arbitraries.of(
                "{\"accountId\":\"acme\",\"event\":\"Login\",\"userId\":\"ann\",\"quantity\":3}",
                "{\"accountId\":\"acme\",\"survey\":\"nps\",\"score\":9}",
                "{\"event\":\"Login\"}",
                "{\"event\":7,\"quantity\":-1}",
                "[1]");
        return Combinators.combine(texts, texts, types, times, texts, data)
                .as((id, source, type, time, account, body) -> new Event(
                        Map.of(
                                "specversion",
                                "1.0",
                                "id",
                                id,
                                "source",
                                source,
                                "type",
                                type,
                                "time",
                                time,
                                "accountid",
                                account,
                                "traceparent",
                                "00-4bf9-1"),
                        body));
    }

    @Property(tries = 500)
    void everyModeSaysTheSame(@ForAll("events") Event event) {
        Item binary = binary(event, Binding.HTTP);
        Item structured = structured(event);

        assertThat(draftOrCode(structured)).isEqualTo(draftOrCode(binary));
        assertThat(draftOrCode(batched(event))).isEqualTo(draftOrCode(structured));
        assertThat(draftOrCode(binary(event, Binding.KAFKA))).isEqualTo(draftOrCode(binary));
        assertThat(draftOrCode(inBase64(event))).isEqualTo(draftOrCode(structured));
        assertThat(structured.id()).isEqualTo(binary.id());
    }

    @Property(tries = 1_000)
    void differentEventsHaveDifferentIds(
            @ForAll("namesNearTheSeparator") String source,
            @ForAll("namesNearTheSeparator") String id,
            @ForAll("namesNearTheSeparator") String otherSource,
            @ForAll("namesNearTheSeparator") String otherId) {
        Assume.that(!source.equals(otherSource) || !id.equals(otherId));

        assertThat(structured(named(source, id)).id())
                .isNotEqualTo(structured(named(otherSource, otherId)).id());
    }

    @Provide
    Arbitrary<String> namesNearTheSeparator() {
        return Arbitraries.of("web", "#", "%23", "%", "a")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 300)
    void noAttributeIsAFault(
            @ForAll @StringLength(max = 30) String name, @ForAll @StringLength(max = 30) String value) {
        Map<String, String> attributes = new TreeMap<>(Map.of("specversion", "1.0", "id", "1", "type", USAGE));
        attributes.put(name, value);

        assertThat(binary(new Event(attributes, "{}"), Binding.HTTP).draft()).isNotNull();
    }

    @Test
    void theProducersOwnNameIsPartOfTheId() {
        assertThat(structured(named("web", "7")).id()).isEqualTo("7");
        assertThat(structured(named("/checkout", "7")).id()).isEqualTo("/checkout#7");
        assertThat(structured(named("/a#b", "7")).id()).isEqualTo("/a%23b#7");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"data_base64\":5                                        | /data_base64",
                "\"data_base64\":\"no base64!\"                           | /data_base64",
                "\"data_base64\":\"bm8ganNvbg==\"                         | /data_base64",
                "\"data_base64\":\"e30=\",\"data\":{}                     | /data_base64",
                "\"data_base64\":\"e30=\"                                 | /data_base64/event",
                "\"data\":{\"accountId\":\"a\"}                           | /data/event",
                "\"data\":\"{}\"                                          | /data",
                "\"datacontenttype\":\"text/xml\",\"data\":\"<a/>\"       | /datacontenttype",
                "\"datacontenttype\":\"json\",\"data\":{}                 | /datacontenttype",
                "\"time\":\"2026\",\"data\":{}                            | /time",
                "\"data\":{\"event\":\"E\",\"personIds\":[\"Ann\"]}         | /data/personIds/0"
            })
    void aRefusalPointsIntoTheEvent(String part, String field) {
        Item item = structured(
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"web\",\"type\":\"%s\",%s}".formatted(USAGE, part));

        assertThat(refusal(item).first().map(Fault::field)).contains(field);
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/json; charset=utf-8", "text/json", "application/vnd.acme+JSON"})
    void dataInJsonIsRead(String contentType) {
        Item item = reader.binary(0, raw(contentType, "{\"accountId\":\"a\",\"event\":\"E\"}"), usage(), Binding.HTTP);

        assertThat(((Step.Kept<Draft>) item.draft()).value().statement())
                .isEqualTo(new Statement.Usage("E", null, null, 1, true));
    }

    @ParameterizedTest
    @CsvSource({"HTTP,Content-Type", "KAFKA,content-type"})
    void dataInAnythingElseIsRefusedByTheHeaderThatSaysSo(Binding binding, String header) {
        Item item = reader.binary(0, raw("application/avro", "{}"), usage(), binding);

        assertThat(refusal(item).first())
                .contains(new Fault(header, "that of JSON, such as application/json", "'application/avro'"));
    }

    @ParameterizedTest
    @CsvSource({"HTTP,ce-id", "KAFKA,ce_id"})
    void aMissingAttributeIsNamedByItsHeader(Binding binding, String header) {
        Map<String, String> attributes = new TreeMap<>(usage());
        attributes.remove("id");

        assertThat(refusal(reader.binary(0, raw(JSON, "{}"), attributes, binding))
                        .first()
                        .map(Fault::field))
                .contains(header);
    }

    @ParameterizedTest
    @CsvSource({"HTTP,ce-type", "KAFKA,ce_type"})
    void aTypeThatTheDoorDoesNotTakeIsNamedByItsHeader(Binding binding, String header) {
        Map<String, String> attributes = new TreeMap<>(usage());
        attributes.put("type", "com.example");

        assertThat(refusal(reader.binary(0, raw(JSON, "{}"), attributes, binding))
                        .first()
                        .map(Fault::field))
                .contains(header);
    }

    private static Map<String, String> usage() {
        return Map.of("specversion", "1.0", "id", "1", "source", "web", "type", USAGE);
    }

    private static Event named(String source, String id) {
        return new Event(Map.of("specversion", "1.0", "id", id, "source", source, "type", USAGE), "{}");
    }

    private Item binary(Event event, Binding binding) {
        return reader.binary(0, raw(JSON, event.data()), event.attributes(), binding);
    }

    private Item structured(Event event) {
        return structured(json(event, "data", tree(event.data())).toString());
    }

    private Item inBase64(Event event) {
        JsonNode data = WireJson.mapper()
                .getNodeFactory()
                .textNode(Base64.getEncoder().encodeToString(event.data().getBytes(StandardCharsets.UTF_8)));
        return structured(json(event, "data_base64", data).toString());
    }

    private Item batched(Event event) {
        byte[] body = ("[ " + json(event, "data", tree(event.data())) + "]").getBytes(StandardCharsets.UTF_8);
        return reader.batched(body, ((Step.Kept<JsonItems>) JsonItems.ofArray(body)).value())
                .get(0);
    }

    private Item structured(String json) {
        return reader.structured(0, raw("application/cloudevents+json", json), tree(json));
    }

    private static ObjectNode json(Event event, String member, JsonNode data) {
        ObjectNode json = WireJson.mapper().createObjectNode();
        event.attributes().forEach(json::put);
        json.set(member, data);
        return json;
    }

    private static JsonNode tree(String json) {
        return ((Step.Kept<JsonNode>) DoorJson.parse(json.getBytes(StandardCharsets.UTF_8))).value();
    }

    private static RawItem raw(String contentType, String text) {
        return RawItem.whole(contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static String wellFormed(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The draft, or the code of its refusal; where what stands differs by mode. */
    private static List<?> draftOrCode(Item item) {
        if (item.draft() instanceof Step.Kept<Draft> kept) {
            Draft draft = kept.value();
            return List.of(draft.id(), draft.times(), draft.subject(), draft.statement());
        }
        return List.of(refusal(item).code());
    }

    private static Refusal refusal(Item item) {
        return ((Step.Refused<Draft>) item.draft()).refusal();
    }
}
