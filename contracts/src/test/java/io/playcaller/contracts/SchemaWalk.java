package io.playcaller.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Goes through data along their schema: which fields are optional, which hold a word of an enum. */
final class SchemaWalk {

    private final JsonNode schema;

    /** Pointers of the optional fields that the data have. */
    final Set<String> optional = new TreeSet<>();

    /** Pointers of the words. */
    final Set<String> words = new TreeSet<>();

    /** Optional fields by their place in the schema, whether the data have them. */
    final Set<String> optionalInSchema = new TreeSet<>();

    /** Those of them that the data have. */
    final Set<String> seen = new TreeSet<>();

    private SchemaWalk(JsonNode schema) {
        this.schema = schema;
    }

    static SchemaWalk of(EventType type, JsonNode data) {
        SchemaWalk walk = new SchemaWalk(SchemaOf.type(type));
        walk.go(walk.schema, data, "", "");
        return walk;
    }

    private void go(JsonNode stated, JsonNode data, String pointer, String place) {
        JsonNode at = stated.has("$ref") ? schema.at(stated.get("$ref").asText().substring(1)) : stated;
        if (at.has("enum")) {
            words.add(pointer);
        }
        for (var property : at.path("properties").properties()) {
            String name = property.getKey();
            if (!isRequired(at, name)) {
                optionalInSchema.add(place + "/" + name);
            }
            if (data.has(name)) {
                if (!isRequired(at, name)) {
                    optional.add(pointer + "/" + name);
                    seen.add(place + "/" + name);
                }
                go(property.getValue(), data.get(name), pointer + "/" + name, place + "/" + name);
            }
        }
        for (int i = 0; data.isArray() && i < data.size(); i++) {
            go(at.path("items"), data.get(i), pointer + "/" + i, place + "/*");
        }
    }

    private static boolean isRequired(JsonNode schema, String name) {
        for (JsonNode required : schema.path("required")) {
            if (required.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
