package io.playcaller.ingest.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.ingest.door.JsonItems.JsonItem;
import io.playcaller.ingest.refusal.Step;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An event that our own code stumbles over, whatever it asks of it. */
public final class FaultyEvent {

    private FaultyEvent() {}

    /** A body of three events, of which the one in the middle is such a one. */
    public static JsonItems between(JsonNode first, JsonNode last) {
        JsonNode faulty = new ObjectNode(JsonNodeFactory.instance, fields());
        return new JsonItems(JsonNodeFactory.instance.objectNode(), List.of(item(first), item(faulty), item(last)));
    }

    private static JsonItem item(JsonNode content) {
        return new JsonItem(Step.kept(content), 0, 2);
    }

    private static Map<String, JsonNode> fields() {
        return new AbstractMap<>() {
            @Override
            public Set<Map.Entry<String, JsonNode>> entrySet() {
                throw new IllegalStateException("a fault of ours");
            }
        };
    }
}
