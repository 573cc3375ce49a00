package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.deadletter.Payload;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Of a body that is larger than a letter may be, what its webhook reads: the rest is passed over without being held in
 * memory. An issue of Jira is large by its comments, worklogs and attachments.
 */
final class Excerpt {

    /** Attribute of a letter that holds no more than that: how large the body was. */
    static final String OF_BYTES = "excerpt_of_bytes";

    private final JsonParser parser;

    private Excerpt(JsonParser parser) {
        this.parser = parser;
    }

    static boolean isFor(byte[] body) {
        return body.length > Payload.LARGEST;
    }

    /** @param pointers of what is read; of an array all is kept, so that its elements keep their places */
    static Step<ObjectNode> of(byte[] body, Set<String> pointers) {
        if (Part.isArray(body)) {
            return Step.refused(Refusal.field(
                    Refusal.EVENT_TOO_LARGE,
                    "",
                    "one JSON object, or an array of at most " + Payload.LARGEST + " bytes",
                    "an array of " + body.length + " bytes"));
        }
        try (JsonParser parser = DoorJson.parser(body)) {
            return new Excerpt(parser).read(pointers);
        } catch (IOException e) {
            return Step.refused(DoorJson.unreadable(e));
        }
    }

    private Step<ObjectNode> read(Set<String> pointers) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Step.refused(Refusal.field(Refusal.UNREADABLE, "", "a JSON object", "something else"));
        }
        List<JsonPointer> wanted =
                pointers.stream().map(Excerpt::toTheFirstArray).distinct().toList();
        ObjectNode kept = object(wanted);
        return parser.nextToken() == null
                ? DoorJson.bounded(kept).then(bounded -> Step.kept(kept))
                : Step.refused(Refusal.field(
                        Refusal.UNREADABLE, "", "one JSON value and nothing after it", "more after its end"));
    }

    /** What may be the place of an element ends the pointer. */
    private static JsonPointer toTheFirstArray(String pointer) {
        JsonPointer rest = JsonPointer.compile(pointer);
        JsonPointer kept = JsonPointer.empty();
        while (!rest.matches() && !rest.mayMatchElement()) {
            kept = kept.appendProperty(rest.getMatchingProperty());
            rest = rest.tail();
        }
        return kept;
    }

    /** The object at whose beginning the parser stands. */
    private ObjectNode object(List<JsonPointer> wanted) throws IOException {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            List<JsonPointer> below = wanted.stream()
                    .map(pointer -> pointer.matchProperty(name))
                    .filter(Objects::nonNull)
                    .toList();
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            if (below.stream().anyMatch(JsonPointer::matches)) {
                kept.set(name, DoorJson.next(parser));
            } else if (isObject && !below.isEmpty()) {
                kept.set(name, object(below));
            } else {
                // Of two fields of one name the later counts, as everywhere.
                kept.remove(name);
                parser.skipChildren();
            }
        }
        return kept;
    }
}
