package io.playcaller.ingest.door;

import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a request, read.
 *
 * @param items in their order
 * @param batch whether each item is answered for; otherwise there is one, and its refusal is the answer
 * @param writeKey the key that the body carries, as browsers and old clients send it
 */
public record ReadBody(List<Item> items, boolean batch, Optional<String> writeKey) {

    public ReadBody {
        items = List.copyOf(items);
    }

    public static ReadBody batch(List<Item> items, Optional<String> writeKey) {
        return new ReadBody(items, true, writeKey);
    }

    public static ReadBody single(Item item, Optional<String> writeKey) {
        return new ReadBody(List.of(item), false, writeKey);
    }

    /** The whole is one refused item. */
    public static ReadBody unreadable(String contentType, byte[] bytes, Refusal refusal) {
        RawItem whole = RawItem.whole(contentType, bytes, Map.of());
        return single(Item.refused(0, null, whole, refusal), Optional.empty());
    }
}
