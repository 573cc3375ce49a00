package io.playcaller.ingest.door.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.door.FaultyEvent;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentFaultTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void anEventThatOurOwnCodeStumblesOverIsKeptAndItsNeighboursGoThrough() {
        List<Item> items = new SegmentReader(32_768).items(BODY, FaultyEvent.between(login("before"), login("behind")));

        assertThat(items).extracting(Item::index).containsExactly(0, 1, 2);
        assertThat(items.get(0).draft()).isInstanceOf(Step.Kept.class);
        assertThat(items.get(1).draft()).isEqualTo(Step.refused(Refusal.incident("item")));
        assertThat(items.get(1).raw().payload().text()).isEqualTo("{}");
        assertThat(items.get(2).draft()).isInstanceOf(Step.Kept.class);
    }

    private static JsonNode login(String id) {
        byte[] text = "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"u\",\"event\":\"Login\"}"
                .formatted(id)
                .getBytes(StandardCharsets.UTF_8);
        return ((Step.Kept<JsonNode>) DoorJson.parse(text)).value();
    }
}
