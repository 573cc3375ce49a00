package io.playcaller.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.door.cloudevents.Binding;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.PropertyPath;
import io.playcaller.ingest.privacy.PropertyRule;
import io.playcaller.ingest.privacy.Pseudonyms;
import io.playcaller.ingest.privacy.Treatment;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class GuardedTest {

    private static final RawItem RAW = RawItem.whole("application/json", utf8("{\"name\":\"ann\"}"), Map.of());

    @Test
    void whatOurOwnCodeStumblesOverIsKeptAsItCame() {
        Item kept = Guarded.item(3, RAW, PropertyFilter.NONE, GuardedTest::fails);

        assertThat(kept.index()).isEqualTo(3);
        assertThat(kept.raw()).isSameAs(RAW);
        assertThat(kept.draft()).isEqualTo(Step.refused(Refusal.incident("item")));
    }

    /** Where it stood when it failed, nobody knows: perhaps before the rules were applied. */
    @Test
    void ofASourceWithRulesNothingOfItIsKept() {
        List<Item> kept = Guarded.items(0, RAW, dropping("/name"), GuardedTest::fails);

        assertThat(kept)
                .singleElement()
                .satisfies(item -> assertThat(item.raw().payload().text())
                        .startsWith("withheld: 14 bytes")
                        .doesNotContain("ann"));
    }

    @Test
    void aCloudEventThatOurOwnCodeStumblesOverIsKeptAndItsNeighboursGoThrough() {
        List<Item> items = new CloudEventReader(32_768, "web")
                .batched(utf8("{}"), FaultyEvent.between(login("before"), login("behind")));

        assertThat(items).extracting(Item::id).containsExactly("before", null, "behind");
        assertThat(items.get(0).draft()).isInstanceOf(Step.Kept.class);
        assertThat(items.get(1).draft()).isEqualTo(Step.refused(Refusal.incident("item")));
        assertThat(items.get(2).draft()).isInstanceOf(Step.Kept.class);
    }

    @Test
    void norAreItsHeaders() {
        RawItem raw = RawItem.whole("application/json", utf8("{}"), Map.of("ce_subject", "ann", "offset", "7"));
        Map<String, String> attributes = new AbstractMap<>() {
            @Override
            public Set<Map.Entry<String, String>> entrySet() {
                return Map.of("subject", "ann").entrySet();
            }

            @Override
            public void forEach(BiConsumer<? super String, ? super String> reading) {
                fails();
            }
        };

        Item kept = new CloudEventReader(32_768, "web")
                .under(dropping("/subject"))
                .binary(0, raw, attributes, Binding.KAFKA);

        assertThat(kept.draft()).isEqualTo(Step.refused(Refusal.incident("item")));
        assertThat(kept.raw().attributes()).containsOnlyKeys("offset");
    }

    private static PropertyFilter dropping(String property) {
        PropertyRule rule = new PropertyRule(PropertyPath.known(property), Treatment.DROP);
        return new PropertyFilter(List.of(rule), Needs.NONE, Pseudonyms.under("a secret"));
    }

    private static <T> T fails() {
        throw new IllegalStateException("a fault of ours");
    }

    private static JsonNode login(String id) {
        byte[] text = utf8(
                "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"web\",".formatted(id)
                        + "\"type\":\"io.playcaller.usage.recorded.v1\",\"data\":{\"accountId\":\"acme\",\"event\":\"Login\"}}");
        return ((Step.Kept<JsonNode>) DoorJson.parse(text)).value();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
