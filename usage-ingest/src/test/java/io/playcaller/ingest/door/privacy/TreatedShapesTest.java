package io.playcaller.ingest.door.privacy;

import static io.playcaller.ingest.privacy.Treatment.DROP;
import static io.playcaller.ingest.privacy.Treatment.HASH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.ingest.door.cloudevents.Binding;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.door.webhook.Memory;
import io.playcaller.ingest.door.webhook.WebhookReader;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.PropertyPath;
import io.playcaller.ingest.privacy.PropertyRule;
import io.playcaller.ingest.privacy.Pseudonyms;
import io.playcaller.ingest.privacy.Treatment;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each shape gives the same event and the same item to its rules, however it carries them. */
class TreatedShapesTest {

    private static final Pseudonyms PSEUDONYMS = Pseudonyms.under("a secret of this test");
    private static final ExternalId ANN = ExternalId.user(PSEUDONYMS.of("ann"));
    private static final String USAGE = "io.playcaller.usage.recorded.v1";

    private final PropertyFilter filter = new PropertyFilter(
            Stream.of(
                            rule(DROP, "/context/ip"),
                            rule(DROP, "/subject"),
                            rule(DROP, "/data/where"),
                            rule(HASH, "/userId"),
                            rule(HASH, "/data/userId"))
                    .toList(),
            Needs.NONE,
            PSEUDONYMS);

    private final SegmentReader segment = new SegmentReader(32_768);
    private final CloudEventReader cloudEvents = new CloudEventReader(32_768, "web").under(filter);

    @Test
    void whatABatchSaysForAllIsTreatedForEach() {
        Item item = segment.batch(bytes("""
                {"context":{"ip":"10.9.8.7","groupId":"acme"},"batch":[
                  {"type":"track","messageId":"m","userId":"ann","event":"Login","context":{"locale":"de"}}]}""")).items(filter).get(0);

        assertThat(draft(item).subject().people()).containsExactly(ANN);
        assertThat(draft(item).subject().accountId()).isEqualTo("acme");
        assertThat(item.raw().attributes()).containsEntry("context", "{\"groupId\":\"acme\"}");
        assertThat(item.raw().payload().text()).contains(ANN.value()).doesNotContain("\"ann\"");
        assertThat(item.raw().treated()).hasSize(2);
    }

    @Test
    void anEventThatIsKeptWithItsBatchIsTreatedWithIt() {
        ObjectNode around = (ObjectNode) tree("{\"context\":{\"ip\":\"10.9.8.7\"}}");
        RawItem raw = RawItem.whole(
                "application/json",
                bytes("{}"),
                Map.of("context", around.path("context").toString()));

        Item item = segment.under(filter)
                .kept(
                        raw,
                        tree("{\"type\":\"track\",\"userId\":\"ann\",\"event\":\"Login\"}"),
                        around,
                        null,
                        () -> "m");

        assertThat(item.raw().attributes()).containsEntry("context", "{}");
        assertThat(draft(item).subject().people()).containsExactly(ANN);
    }

    @Test
    void base64HidesNothing() {
        String data =
                Base64.getEncoder().encodeToString(bytes("{\"userId\":\"ann\",\"where\":\"x\",\"event\":\"Login\"}"));
        Item opened = structured("\"data_base64\":\"" + data + "\"");
        Item closed = structured("\"data_base64\":\"" + Base64.getEncoder().encodeToString(bytes("ann")) + "\"");

        assertThat(draft(opened).subject().people()).containsExactly(ANN);
        assertThat(opened.raw().payload().text()).doesNotContain(data).doesNotContain("where");
        assertThat(closed.draft()).isInstanceOf(Step.Refused.class);
        assertThat(closed.raw().payload().text()).contains("\"data_base64\":\"***\"");
    }

    @Test
    void attributesInHeadersStandBesideTheData() {
        Map<String, String> attributes = new HashMap<>(
                Map.of("specversion", "1.0", "id", "m", "source", "web", "type", USAGE, "subject", "ann"));
        Map<String, String> headers = new HashMap<>();
        attributes.forEach((name, value) -> headers.put("ce-" + name, value));
        byte[] body = bytes("{\"accountId\":\"acme\",\"userId\":\"ann\",\"where\":\"x\",\"event\":\"Login\"}");

        Item item = cloudEvents.binary(0, RawItem.whole("application/json", body, headers), attributes, Binding.HTTP);

        assertThat(draft(item).subject().people()).containsExactly(ANN);
        assertThat(item.id()).isEqualTo("m");
        assertThat(item.raw().attributes()).containsEntry("ce-id", "m").doesNotContainKey("ce-subject");
        assertThat(item.raw().payload().text())
                .isEqualTo("{\"accountId\":\"acme\",\"userId\":\"%s\",\"event\":\"Login\"}".formatted(ANN.value()));
        assertThat(item.raw().cameBytes()).isEqualTo(body.length);
    }

    @Test
    void whatADestinationDeliversIsTreatedAsWhatItsSdkSends() {
        Item item = WebhookReader.ofDestination(32_768)
                .items(
                        bytes(
                                "[{\"type\":\"track\",\"messageId\":\"m\",\"userId\":\"ann\",\"event\":\"Login\"},\"ann\"]"),
                        Map.of(),
                        Memory.OF_EVERYTHING,
                        filter)
                .get(0);

        assertThat(draft(item).subject().people()).containsExactly(ANN);
    }

    @Test
    void anEventThatIsTooLargeIsNoSmallerForItsRules() {
        String event = "{\"type\":\"track\",\"messageId\":\"m\",\"userId\":\"ann\",\"event\":\"Login\","
                + "\"context\":{\"ip\":\"" + "7".repeat(200) + "\"}}";

        Item item = new SegmentReader(200).under(filter).event(0, raw(event), tree(event), () -> "m");

        assertThat(item.draft())
                .isInstanceOfSatisfying(
                        Step.Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo("event.too-large"));
        assertThat(item.raw().payload().text()).doesNotContain("777");
    }

    private Item structured(String data) {
        String event =
                "{\"specversion\":\"1.0\",\"id\":\"m\",\"source\":\"web\",\"type\":\"%s\",\"accountid\":\"acme\",%s}"
                        .formatted(USAGE, data);
        return cloudEvents.structured(0, raw(event), tree(event));
    }

    private static PropertyRule rule(Treatment treatment, String path) {
        return new PropertyRule(PropertyPath.known(path), treatment);
    }

    private static RawItem raw(String event) {
        return RawItem.whole("application/json", bytes(event), Map.of());
    }

    private static Draft draft(Item item) {
        assertThat(item.draft()).isInstanceOf(Step.Kept.class);
        return ((Step.Kept<Draft>) item.draft()).value();
    }

    private static JsonNode tree(String json) {
        return DoorJson.parse(bytes(json)) instanceof Step.Kept<JsonNode> kept
                ? kept.value()
                : JsonNodeFactory.instance.missingNode();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
