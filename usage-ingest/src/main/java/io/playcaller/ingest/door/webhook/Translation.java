package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.Ids;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.refusal.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tool said, as the CloudEvent that our own door would have been sent; and where each part of it stood, so that a
 * refusal names it as the tool does. Filled by one thread.
 */
final class Translation {

    private static final String ID = "/id";
    private static final String TIME = "/time";
    private static final String DATA = "/data/";
    private static final String SOLVED = "solved";

    private final ObjectNode event = JsonNodeFactory.instance.objectNode();
    private final ObjectNode data = event.putObject("data");
    private final Map<String, String> origins = new HashMap<>();

    Translation(EventType type) {
        this(type.wire());
    }

    private Translation(String type) {
        event.put("specversion", "1.0").put("type", type);
    }

    /** Its identity within the source. */
    void id(Optional<String> id, String from) {
        origins.put(ID, from);
        id.ifPresent(text -> event.put("id", text));
    }

    /** When it happened. */
    void time(Optional<String> time, String from) {
        origins.put(TIME, from);
        time.ifPresent(text -> event.set("time", FieldType.TIME.node(text)));
    }

    /** One field of its data; what is absent has a place all the same. */
    void field(String name, @Nullable JsonNode value, String from) {
        if (value != null) {
            data.set(name, value);
            origins.put(DATA + name, from);
        } else {
            origins.putIfAbsent(DATA + name, from);
        }
    }

    /** A field with what stands at a pointer, as it is. */
    void copy(String name, Sent sent, String pointer) {
        field(name, sent.value(pointer), pointer);
    }

    boolean has(String field) {
        return data.hasNonNull(field);
    }

    /** The text of a field, where there is one. */
    Optional<String> text(String field) {
        return has(field) ? Optional.of(data.get(field).asText()) : Optional.empty();
    }

    /**
     * The same at an account that it left: solved there, when it was, or now. Empty where it has no id, which would be its
     * own, or no time.
     *
     * @param from where the account that it left stood
     */
    Optional<Translation> leftAt(String account, String from) {
        if (event.path("id").asText().isBlank() || event.path("time").asText().isBlank()) {
            return Optional.empty();
        }
        Translation left = new Translation(event.path("type").asText());
        left.origins.putAll(origins);
        left.event.put(
                "id", Ids.derived("ticket-left", event.get("id").asText()).toString());
        left.event.set("time", event.get("time"));
        left.data.setAll(data);
        left.data.remove(List.of("subject", "description"));
        left.data.put("status", SOLVED);
        if (!text("status").equals(Optional.of(SOLVED)) || !has("solvedAt")) {
            left.field("solvedAt", event.get("time"), origins.getOrDefault(TIME, TIME));
        }
        left.field("accountId", TextNode.valueOf(account), from);
        return Optional.of(left);
    }

    /** In structured mode. */
    ObjectNode event(String source) {
        return event.put("source", source);
    }

    /** What our reader made of it, in the tool's terms. */
    Item inItsTerms(Item read) {
        Step<Draft> draft = read.draft()
                .refusedAs(refusal -> refusal.withFields(this::origin))
                .then(known -> Step.kept(known.at(known.places().in(this::origin))));
        return new Item(read.index(), read.id(), read.raw(), draft);
    }

    private String origin(String pointer) {
        return origins.getOrDefault(pointer, pointer);
    }
}
