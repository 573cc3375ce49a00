package io.playcaller.ingest.door.letter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.door.cloudevents.Binding;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.http.CloudEventHeaders;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.segment.SegmentCall;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.door.webhook.WebhookReader;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.LetterTerms;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one event of a letter, in the shape in which its door took it. One that had no id gets the same one at every
 * replay, so that it counts once.
 */
public final class LetterItems {

    private static final String KAFKA_PREFIX = "ce_";
    private static final String VERSION = "specversion";
    private static final List<String> SHARED = List.of("context", "integrations");

    private final int maxEventBytes;
    private final Function<String, Optional<WebhookReader>> webhooks;
    private final Function<String, PropertyFilter> filters;

    /**
     * @param webhooks those that there are, by name
     * @param filters the rules of today, by the name of the source
     */
    public LetterItems(
            int maxEventBytes,
            Function<String, Optional<WebhookReader>> webhooks,
            Function<String, PropertyFilter> filters) {
        this.maxEventBytes = maxEventBytes;
        this.webhooks = webhooks;
        this.filters = filters;
    }

    /** The event, or why it cannot be read; its place is 0. */
    public Item item(DeadLetter letter, String source) {
        byte[] bytes = bytes(letter);
        RawItem raw = RawItem.whole(
                letter.contentType().toLowerCase(Locale.ROOT), bytes, LetterTerms.without(letter.attributes()));
        PropertyFilter filter = filters.apply(source);
        String webhook = LetterTerms.of(letter.attributes()).webhook();
        return webhook == null
                ? inOurWords(letter, source, raw, bytes, filter)
                : inWordsOf(webhook, raw, bytes, filter);
    }

    private Item inOurWords(DeadLetter letter, String source, RawItem raw, byte[] bytes, PropertyFilter filter) {
        Binding binding = letter.place() == Place.KAFKA ? Binding.KAFKA : Binding.HTTP;
        Step<Map<String, String>> headers = attributes(binding, LetterTerms.without(letter.attributes()));
        if (headers instanceof Step.Refused<Map<String, String>> no) {
            return filter.unread(0, raw, no.refusal());
        }
        Map<String, String> attributes = ((Step.Kept<Map<String, String>>) headers).value();
        CloudEventReader cloudEvents = new CloudEventReader(maxEventBytes, source).under(filter);
        boolean structured = raw.contentType().startsWith(CloudEventReader.STRUCTURED);
        if (!structured && attributes.containsKey(VERSION)) {
            return cloudEvents.binary(0, raw, attributes, binding);
        }
        Step<JsonNode> parsed = DoorJson.parse(bytes);
        if (parsed instanceof Step.Refused<JsonNode> no) {
            return filter.unread(0, raw, no.refusal());
        }
        JsonNode json = ((Step.Kept<JsonNode>) parsed).value();
        return structured || json.has(VERSION)
                ? cloudEvents.structured(0, raw, json)
                : segment(raw, json, filter, letter);
    }

    private Item inWordsOf(String webhook, RawItem raw, byte[] bytes, PropertyFilter filter) {
        Optional<WebhookReader> reader = webhooks.apply(webhook);
        if (reader.isEmpty()) {
            return filter.unread(
                    0,
                    raw,
                    Refusal.of(
                            Refusal.WEBHOOK_UNKNOWN,
                            "there is no webhook " + webhook + " any more that could read it"));
        }
        List<Item> items = reader.get().again(bytes, raw.attributes(), filter);
        return items.size() == 1 ? items.get(0) : filter.unread(0, raw, severalEvents("an array"));
    }

    private static Refusal severalEvents(String actual) {
        return Refusal.field(Refusal.UNREADABLE, "", "one event; a batch goes to its door again", actual);
    }

    private static Step<Map<String, String>> attributes(Binding binding, Map<String, String> headers) {
        if (binding == Binding.HTTP) {
            return CloudEventHeaders.attributes(headers.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))));
        }
        Map<String, String> attributes = new HashMap<>();
        headers.forEach((name, value) -> {
            if (name.startsWith(KAFKA_PREFIX)) {
                attributes.put(name.substring(KAFKA_PREFIX.length()), value);
            }
        });
        return Step.kept(attributes);
    }

    private Item segment(RawItem raw, JsonNode json, PropertyFilter filter, DeadLetter letter) {
        Map<String, String> beside = letter.place() == Place.KAFKA ? Map.of() : raw.attributes();
        if (json.has("batch")) {
            return filter.unread(0, raw, severalEvents("an object with a batch"));
        }
        String path = beside.get("type");
        String call = path != null && SegmentCall.of(path).isPresent() ? path : null;
        SegmentReader reader = new SegmentReader(maxEventBytes).under(filter);
        return reader.kept(raw, json, around(beside), call, () -> idOf(letter));
    }

    private static String idOf(DeadLetter letter) {
        String given = LetterTerms.of(letter.attributes()).givenId();
        return given == null ? Ids.derived("event-of-letter", letter.letterId()).toString() : given;
    }

    /** What the batch said for all its items; of what was cut off nothing. */
    private static ObjectNode around(Map<String, String> beside) {
        ObjectNode around = JsonNodeFactory.instance.objectNode();
        if (beside.containsKey("sentAt")) {
            around.put("sentAt", beside.get("sentAt"));
        }
        for (String name : SHARED) {
            JsonNode shared = object(beside.get(name));
            if (shared != null) {
                around.set(name, shared);
            }
        }
        return around;
    }

    private static @Nullable JsonNode object(@Nullable String json) {
        return json != null && DoorJson.parse(json.getBytes(StandardCharsets.UTF_8)) instanceof Step.Kept<JsonNode> kept
                ? kept.value()
                : null;
    }

    private static byte[] bytes(DeadLetter letter) {
        byte[] text = letter.payload().getBytes(StandardCharsets.UTF_8);
        try {
            return letter.base64() ? Base64.getDecoder().decode(text) : text;
        } catch (IllegalArgumentException noBase64) {
            return text;
        }
    }
}
