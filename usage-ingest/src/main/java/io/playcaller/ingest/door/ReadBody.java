package io.playcaller.ingest.door;

import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The body of a request, parsed: what its items say is read when it is known whose they are, and so what is done to their
 * properties first.
 *
 * @param reading its items in their order; called once
 * @param batch whether each item is answered for; otherwise there is one, and its refusal is the answer
 * @param writeKey the key that the body carries, as browsers and old clients send it
 */
public record ReadBody(Function<PropertyFilter, List<Item>> reading, boolean batch, Optional<String> writeKey) {

    public static ReadBody batch(Function<PropertyFilter, List<Item>> items, Optional<String> writeKey) {
        return new ReadBody(items, true, writeKey);
    }

    public static ReadBody single(Function<PropertyFilter, Item> item, Optional<String> writeKey) {
        return new ReadBody(filter -> List.of(item.apply(filter)), false, writeKey);
    }

    /** The whole is one refused item. */
    public static ReadBody unreadable(String contentType, byte[] bytes, Refusal refusal) {
        return unreadable(contentType, bytes, refusal, Optional.empty());
    }

    /** The whole is one refused item, and yet the key that it carries is known. */
    public static ReadBody unreadable(String contentType, byte[] bytes, Refusal refusal, Optional<String> writeKey) {
        RawItem whole = RawItem.whole(contentType, bytes, Map.of());
        return single(filter -> filter.unread(0, whole, refusal), writeKey);
    }

    /** The items, read. Call it once: what was parsed is treated in its place. */
    public List<Item> items(PropertyFilter filter) {
        return List.copyOf(reading.apply(filter));
    }
}
