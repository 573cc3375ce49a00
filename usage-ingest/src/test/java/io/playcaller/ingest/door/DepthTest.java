package io.playcaller.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One event that is too deep, among others that are not. */
class DepthTest {

    private final SegmentReader segment = new SegmentReader(32_768);
    private final CloudEventReader cloudEvents = new CloudEventReader(32_768, "web");

    @Test
    void anItemThatIsTooDeepHarmsNoNeighbour() {
        List<Item> items = segment.batch(bytes(
                        "{\"batch\":[" + track(198) + "," + track(199) + "," + track(15_000) + "," + track(1) + "]}"))
                .items(PropertyFilter.NONE);

        assertThat(items).extracting(DepthTest::code).containsExactly("", "json.too-deep", "json.too-deep", "");
        assertThat(items.get(1).raw().payload().text()).isEqualTo(track(199).replace("\"k\"", "\"***\""));
    }

    @Test
    void soItIsInABatchOfCloudEvents() {
        byte[] body = bytes("[" + event(198) + "," + event(199) + "," + event(1) + "]");
        JsonItems events = ((Step.Kept<JsonItems>) JsonItems.ofArray(body)).value();

        assertThat(cloudEvents.batched(body, events))
                .extracting(DepthTest::code)
                .containsExactly("", "json.too-deep", "");
    }

    @Test
    void whatStandsAroundABatchIsPartOfEachItem() {
        ReadBody read = segment.batch(bytes("{\"context\":" + arrays(201) + ",\"batch\":[" + track(1) + "]}"));

        assertThat(read.batch()).isFalse();
        assertThat(read.items(PropertyFilter.NONE)).extracting(DepthTest::code).containsExactly("json.too-deep");
        assertThat(((Step.Refused<Draft>) read.items(PropertyFilter.NONE).get(0).draft())
                        .refusal()
                        .detail())
                .contains("/context must be at most 200 levels");
    }

    @Test
    void dataInBase64HaveTheSameDepthAndAreText() {
        assertThat(code(structured(base64(arrays(201))))).isEqualTo("field.invalid");
        assertThat(code(structured(base64("no json")))).isEqualTo("field.invalid");
        assertThat(code(structured("\"§\""))).isEqualTo("field.invalid");
        assertThat(code(structured("5"))).isEqualTo("field.invalid");
    }

    private Item structured(String base64) {
        byte[] body = bytes("""
                {"specversion":"1.0","id":"1","source":"web","type":"io.playcaller.usage.recorded.v1","data_base64":%s}\
                """.formatted(base64));
        return cloudEvents.structured(
                0,
                RawItem.whole("application/cloudevents+json", body, Map.of()),
                ((Step.Kept<JsonNode>) DoorJson.parse(body)).value());
    }

    private static String base64(String text) {
        return "\"" + Base64.getEncoder().encodeToString(bytes(text)) + "\"";
    }

    /** The event itself and its properties are two more levels. */
    private static String track(int levels) {
        return "{\"type\":\"track\",\"writeKey\":\"k\",\"userId\":\"u\",\"event\":\"E\",\"properties\":{\"p\":%s}}"
                .formatted(arrays(levels));
    }

    private static String event(int levels) {
        return ("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"web\",\"type\":\"io.playcaller.usage.recorded.v1\","
                        + "\"data\":{\"accountId\":\"a\",\"event\":\"E\",\"more\":%s}}")
                .formatted(arrays(levels));
    }

    private static String arrays(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static String code(Item item) {
        return item.draft() instanceof Step.Refused<Draft> no ? no.refusal().code() : "";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
