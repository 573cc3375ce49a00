package io.playcaller.ingest.door.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What tests read with webhooks. */
public final class Read {

    private Read() {}

    /** The one item of a body. */
    public static Item one(WebhookReader reader, String body, Map<String, String> headers) {
        List<Item> items = all(reader, body, headers, Memory.OF_EVERYTHING);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    /** The items of a body, in their order. */
    public static List<Item> all(WebhookReader reader, String body, Map<String, String> headers, Memory memory) {
        return reader.items(body.getBytes(StandardCharsets.UTF_8), headers, memory, PropertyFilter.NONE);
    }

    public static Draft kept(Item item) {
        assertThat(item.draft()).isInstanceOf(Step.Kept.class);
        return ((Step.Kept<Draft>) item.draft()).value();
    }

    public static Draft kept(WebhookReader reader, String body) {
        return kept(one(reader, body, Map.of()));
    }

    public static Refusal refused(Item item) {
        assertThat(item.draft()).isInstanceOf(Step.Refused.class);
        return ((Step.Refused<Draft>) item.draft()).refusal();
    }

    public static Refusal refused(WebhookReader reader, String body) {
        return refused(one(reader, body, Map.of()));
    }
}
