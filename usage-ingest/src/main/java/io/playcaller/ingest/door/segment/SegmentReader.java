package io.playcaller.ingest.door.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.Ids;
import io.playcaller.ingest.door.Guarded;
import io.playcaller.ingest.door.JsonItems;
import io.playcaller.ingest.door.JsonItems.JsonItem;
import io.playcaller.ingest.door.ReadBody;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.privacy.Treated;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of the Segment HTTP API: single calls, and batches whose {@code context}, {@code integrations} and
 * {@code sentAt} hold for items that do not say otherwise. Write keys are read and not kept.
 */
public final class SegmentReader {

    private static final String JSON = "application/json";
    private static final String WRITE_KEY = "writeKey";
    private static final String BATCH = "batch";
    private static final String SENT_AT = "sentAt";
    private static final String TYPE = "type";
    private static final String CE_HEADER = "ce-";
    private static final int MAX_BESIDE = 4_000;

    /** What is read again has room in any case. */
    private static final int MAX_BESIDE_IN_ALL = 4 * MAX_BESIDE;

    private static final List<String> SHARED_OBJECTS = List.of("context", "integrations");

    private final int maxEventBytes;
    private final int maxEvents;
    private final PropertyFilter filter;

    /** Of what has no rules, or was treated; with no bound on the events of a batch. */
    public SegmentReader(int maxEventBytes) {
        this(maxEventBytes, Integer.MAX_VALUE);
    }

    /** @param maxEvents of a batch */
    public SegmentReader(int maxEventBytes, int maxEvents) {
        this(maxEventBytes, maxEvents, PropertyFilter.NONE);
    }

    private SegmentReader(int maxEventBytes, int maxEvents, PropertyFilter filter) {
        this.maxEventBytes = maxEventBytes;
        this.maxEvents = maxEvents;
        this.filter = filter;
    }

    /** The same for a source with these rules. */
    public SegmentReader under(PropertyFilter rules) {
        return new SegmentReader(maxEventBytes, maxEvents, rules);
    }

    /** A single call. */
    public ReadBody single(SegmentCall call, byte[] bytes) {
        Step<JsonNode> parsed = DoorJson.parse(bytes);
        if (parsed instanceof Step.Refused<JsonNode> no) {
            return ReadBody.unreadable(JSON, bytes, no.refusal());
        }
        JsonNode body = ((Step.Kept<JsonNode>) parsed).value();
        if (!(body instanceof ObjectNode event)) {
            Refusal refusal = Refusal.field(Refusal.UNREADABLE, "", "a JSON object", JsonFields.brief(body));
            return ReadBody.unreadable(JSON, bytes, refusal);
        }
        Optional<String> writeKey = writeKey(event);
        RawItem raw = RawItem.whole(JSON, bytes, Map.of(TYPE, call.word()));
        return ReadBody.single(
                filter -> Guarded.item(
                        0, raw, filter, () -> one(0, call, event, filter.treat(event, raw), SegmentReader::randomId)),
                writeKey);
    }

    /** A batch: an object with an array {@code batch}. */
    public ReadBody batch(byte[] bytes) {
        Step<JsonItems> read = JsonItems.inField(bytes, BATCH, maxEvents);
        if (read instanceof Step.Refused<JsonItems> no) {
            return ReadBody.unreadable(JSON, bytes, no.refusal());
        }
        JsonItems body = ((Step.Kept<JsonItems>) read).value();
        if (body.items().size() > maxEvents) {
            Refusal refusal = Refusal.tooMany("/" + BATCH, maxEvents);
            return ReadBody.unreadable(JSON, bytes, refusal, writeKey(body.around()));
        }
        return ReadBody.batch(filter -> under(filter).items(bytes, body), writeKey(body.around()));
    }

    /** What a batch holds, each item on its own. */
    List<Item> items(byte[] bytes, JsonItems body) {
        List<Treated> around = filter.treat(body.around());
        Map<String, String> beside = beside(body.around());
        List<Item> items = new ArrayList<>(body.items().size());
        for (JsonItem element : body.items()) {
            RawItem raw = new RawItem(JSON, bytes, element.from(), element.to(), beside).treated(around);
            items.add(
                    element.content() instanceof Step.Kept<JsonNode> kept
                            ? element(items.size(), raw, kept.value(), body.around(), SegmentReader::randomId)
                            : filter.unread(items.size(), raw, ((Step.Refused<JsonNode>) element.content()).refusal()));
        }
        return items;
    }

    /** A batch, or a single event that says what it is by its {@code type}. */
    public ReadBody any(byte[] bytes) {
        Step<JsonNode> parsed = DoorJson.parse(bytes);
        boolean batch = parsed instanceof Step.Kept<JsonNode> read
                ? read.value().has(BATCH)
                : JsonItems.inField(bytes, BATCH, maxEvents) instanceof Step.Kept<JsonItems>;
        if (batch) {
            return batch(bytes);
        }
        if (parsed instanceof Step.Refused<JsonNode> no) {
            return ReadBody.unreadable(JSON, bytes, no.refusal());
        }
        JsonNode event = ((Step.Kept<JsonNode>) parsed).value();
        Optional<String> writeKey = event instanceof ObjectNode object ? writeKey(object) : Optional.empty();
        RawItem raw = RawItem.whole(JSON, bytes, Map.of());
        return ReadBody.single(filter -> under(filter).event(0, raw, event, SegmentReader::randomId), writeKey);
    }

    /**
     * One event that says what it is by its {@code type}, and stands alone.
     *
     * @param idIfNone its id where it has none: the same each time the same event is read
     */
    public Item event(int index, RawItem raw, JsonNode node, Supplier<String> idIfNone) {
        return element(index, raw, node, JsonNodeFactory.instance.objectNode(), idIfNone);
    }

    /**
     * One event that was kept, with what its batch said.
     *
     * @param around what its batch said; treated here as well
     * @param path what it is by the path on which it came; null when it says so itself
     * @param idIfNone its id where it has none: the same each time
     */
    public Item kept(RawItem raw, JsonNode node, ObjectNode around, @Nullable String path, Supplier<String> idIfNone) {
        if (path != null && node instanceof ObjectNode event) {
            event.put(TYPE, path);
        }
        return element(0, treated(raw, around), node, around, idIfNone);
    }

    private RawItem treated(RawItem raw, ObjectNode around) {
        List<Treated> treated = filter.treat(around);
        Map<String, String> beside = new HashMap<>(raw.attributes());
        SHARED_OBJECTS.stream()
                .filter(around::has)
                .forEach(shared -> beside.put(shared, around.path(shared).toString()));
        return raw.beside(beside).treated(treated);
    }

    /** The account that an event names, also where it cannot be used: a letter is found by it. */
    public static Optional<String> statedAccount(JsonNode event) {
        return Stream.of(
                        event.path("accountId"),
                        event.path("groupId"),
                        event.path("context").path("groupId"))
                .filter(stated -> stated.isTextual() || stated.isIntegralNumber())
                .map(stated -> stated.asText().strip())
                .filter(account -> !account.isEmpty() && account.length() <= JsonFields.MAX_TEXT)
                .findFirst();
    }

    private Item one(int index, SegmentCall call, ObjectNode event, RawItem raw, Supplier<String> idIfNone) {
        RawItem kept = withoutKey(event, raw);
        String id = SegmentEvent.statedId(event);
        if (raw.cameBytes() > maxEventBytes) {
            return Item.refused(index, id, kept, Refusal.tooLarge(maxEventBytes, raw.cameBytes()));
        }
        String known = id == null ? idIfNone.get() : id;
        Step<Draft> draft = JsonFields.reading(event, fields -> SegmentEvent.draft(call, fields, known));
        return new Item(index, known, id == null, kept, draft);
    }

    private Item element(int index, RawItem came, JsonNode node, ObjectNode around, Supplier<String> idIfNone) {
        return Guarded.item(index, came, filter, () -> read(index, came, node, around, idIfNone));
    }

    private Item read(int index, RawItem came, JsonNode node, ObjectNode around, Supplier<String> idIfNone) {
        if (!(node instanceof ObjectNode object)) {
            Refusal refusal = Refusal.field(Refusal.UNREADABLE, "", "a JSON object", JsonFields.brief(node));
            return filter.unread(index, came, refusal);
        }
        RawItem raw = filter.treat(object, came);
        String type = object.path(TYPE).asText("");
        Optional<SegmentCall> call = SegmentCall.of(type);
        if (call.isEmpty()) {
            return Item.refused(
                    index,
                    SegmentEvent.statedId(object),
                    withoutKey(object, raw),
                    Refusal.field(
                            Refusal.TYPE_UNKNOWN,
                            "/type",
                            "one of track, identify, group, page, screen, alias",
                            type.isEmpty() ? "absent" : type));
        }
        return one(index, call.get(), merged(object, around), withoutKey(object, raw), idIfNone);
    }

    /** What the batch says for all its items; an item's own word comes first. */
    private static ObjectNode merged(ObjectNode item, ObjectNode around) {
        for (String shared : SHARED_OBJECTS) {
            if (around.get(shared) instanceof ObjectNode common) {
                item.set(
                        shared,
                        item.get(shared) instanceof ObjectNode own
                                ? SegmentEvent.readOf(common).setAll(own)
                                : common);
            }
        }
        if (around.hasNonNull(SENT_AT) && !item.hasNonNull(SENT_AT)) {
            item.set(SENT_AT, around.get(SENT_AT));
        }
        return item;
    }

    /** What a dead letter keeps of the batch, so that the item can be replayed alone. */
    private static Map<String, String> beside(ObjectNode around) {
        Map<String, String> beside = new HashMap<>();
        int room = MAX_BESIDE_IN_ALL;
        for (String name : readAgainFirst(around)) {
            String kept = brief(text(name, around.path(name)));
            if (name.length() + kept.length() <= room) {
                beside.put(name, kept);
                room -= name.length() + kept.length();
            }
        }
        return Map.copyOf(beside);
    }

    /** Of what is too long, and read again, what is read: cut off it would say nothing. */
    private static String text(String name, JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.length() > MAX_BESIDE && value instanceof ObjectNode object && SHARED_OBJECTS.contains(name)
                ? SegmentEvent.readOf(object).toString()
                : text;
    }

    /**
     * The names of its fields, those first without which an item is another one. Not the key's, nor those by which a letter says
     * what its item is: the item says that itself.
     */
    private static Set<String> readAgainFirst(ObjectNode around) {
        Set<String> names = new LinkedHashSet<>(SHARED_OBJECTS);
        names.add(SENT_AT);
        names.removeIf(name -> !around.has(name));
        around.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> name.equals(WRITE_KEY)
                || name.equals(TYPE)
                || name.toLowerCase(Locale.ROOT).startsWith(CE_HEADER));
        return names;
    }

    /** It stands in each letter of the batch, so it has a limit, and so have all together. */
    private static String brief(String text) {
        return text.length() <= MAX_BESIDE ? text : text.substring(0, MAX_BESIDE) + "…";
    }

    /** Browsers put the key into every event, and an event may become a dead letter. */
    private static RawItem withoutKey(ObjectNode event, RawItem raw) {
        if (event.remove(WRITE_KEY) == null) {
            return raw;
        }
        return raw.rewritten(event.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A request that is sent again without ids cannot be recognised. */
    private static String randomId() {
        return Ids.next().toString();
    }

    private static Optional<String> writeKey(ObjectNode body) {
        return Optional.ofNullable(body.path(WRITE_KEY).textValue()).filter(key -> !key.isBlank());
    }
}
