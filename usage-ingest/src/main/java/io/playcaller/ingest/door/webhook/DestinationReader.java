package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.Ids;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.privacy.Needs;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the webhook destinations of Segment and RudderStack deliver: events as an SDK sent them, one or an array. They
 * carry a {@code timestamp} that was put right when they were received there. The SDK's own times are left aside: they
 * would be measured against our receipt, later by the time for which the event was on its way, or waited for a retry.
 */
final class DestinationReader implements WebhookReader {

    private static final String TIMESTAMP = "timestamp";
    private static final String RECEIVED_AT = "receivedAt";
    private static final List<String> SENDERS_CLOCK = List.of("originalTimestamp", "sentAt");

    private final SegmentReader events;

    DestinationReader(int maxEventBytes) {
        this.events = new SegmentReader(maxEventBytes);
    }

    @Override
    public List<Item> items(byte[] body, Map<String, String> headers, Memory memory, PropertyFilter filter) {
        return Part.items(body, headers, filter, (index, part, content) -> {
            RawItem raw = part.beside(beside(content, headers));
            Item item = events.event(index, raw, byTheReceiversClock(content), () -> idOf(raw));
            return List.of(memory.judge(item, "/" + RECEIVED_AT, receivedAt(content)));
        });
    }

    @Override
    public Needs needs() {
        return Needs.NONE;
    }

    /** The account stands beside it in a letter: of a webhook nothing tells there whose words its body is written in. */
    private static Map<String, String> beside(JsonNode event, Map<String, String> headers) {
        return SegmentReader.statedAccount(event)
                .map(account -> {
                    Map<String, String> beside = new HashMap<>(headers);
                    beside.put(EventCodec.ACCOUNT_ID, account);
                    return beside;
                })
                .orElse(headers);
    }

    /** When the tool took it in, by its own clock; null when it does not say. When it happened may be long before. */
    private static @Nullable Instant receivedAt(JsonNode event) {
        try {
            return OffsetDateTime.parse(event.path(RECEIVED_AT).asText()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
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
