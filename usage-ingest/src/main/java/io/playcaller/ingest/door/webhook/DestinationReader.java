package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.Ids;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.privacy.Needs;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what the webhook destinations of Segment and RudderStack deliver: events as an SDK sent them, one or an array. They
 * carry a {@code timestamp} that was put right when they were received there. The SDK's own times are left aside: they
 * would be measured against our receipt, later by the time for which the event was on its way, or waited for a retry.
 */
final class DestinationReader implements WebhookReader {

    private static final String TIMESTAMP = "timestamp";
    private static final List<String> SENDERS_CLOCK = List.of("originalTimestamp", "sentAt");

    private final SegmentReader events;

    DestinationReader(int maxEventBytes) {
        this.events = new SegmentReader(maxEventBytes);
    }

    @Override
    public List<Item> items(byte[] body, Map<String, String> headers, PropertyFilter filter) {
        return Part.items(body, headers, filter, (index, raw, content) -> events.event(
                index, raw, byTheReceiversClock(content), () -> idOf(raw)));
    }

    @Override
    public Needs needs() {
        return Needs.NONE;
    }

    private static JsonNode byTheReceiversClock(JsonNode event) {
        if (event instanceof ObjectNode fields && fields.hasNonNull(TIMESTAMP)) {
            fields.remove(SENDERS_CLOCK);
        }
        return event;
    }

    /** One that is delivered again without an id of its own is the same event. */
    private static String idOf(RawItem raw) {
        return Ids.derived("delivered", raw.payload().text()).toString();
    }

    @Override
    public Set<String> headers() {
        return Set.of();
    }
}
