package io.playcaller.ingest.door;

import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.refusal.Refusal;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Reads what one event says. One that our own code stumbles over is refused: it stops nobody else's, and does not come again
 * without end.
 */
public final class Guarded {

    private static final Logger LOG = Logger.getLogger(Guarded.class);

    private Guarded() {}

    /** @param raw what is kept of it when reading it fails */
    public static Item item(int index, RawItem raw, PropertyFilter filter, Supplier<Item> reading) {
        try {
            return reading.get();
        } catch (RuntimeException fault) {
            return incident(index, raw, filter, fault);
        }
    }

    /**
     * The same where one part of a body may be several items.
     *
     * @param index of the first of them
     */
    public static List<Item> items(int index, RawItem raw, PropertyFilter filter, Supplier<List<Item>> reading) {
        try {
            return reading.get();
        } catch (RuntimeException fault) {
            return List.of(incident(index, raw, filter, fault));
        }
    }

    private static Item incident(int index, RawItem raw, PropertyFilter filter, RuntimeException fault) {
        LOG.error("an item met a fault of ours; it becomes a dead letter", fault);
        return filter.unread(index, raw, Refusal.incident("item"));
    }
}
