package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.privacy.Treatment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a fact may be sent with, from its published schema.
 *
 * @param fields by name; those that hold objects and arrays are not among them
 */
public record FactShape(EventType type, Map<String, FieldShape> fields) {

    private static final String PREFIX = "io.playcaller.";
    private static final String ACCOUNT = "accountId";
    private static final String PERSON = "userId";

    /** By its type without {@code io.playcaller.}. */
    private static final Map<String, FactShape> ALL = all();

    public FactShape {
        fields = Map.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param words the only values that it may have; empty when it may have any
     */
    public record FieldShape(FieldType type, Set<String> words, boolean required) {

        /** A text that may be anything. */
        public static final FieldShape TEXT = new FieldShape(FieldType.TEXT, Set.of(), true);

        /** A time. */
        public static final FieldShape TIME = new FieldShape(FieldType.TIME, Set.of(), true);

        /**
         * What may be done to it before it is read: what is required stays, though not in clear, and what must be a number,
         * a time or one of some words could not be read any more.
         *
         * @param translated whether its value is one of some words before it is read
         */
        Set<Treatment> bears(boolean translated) {
            boolean free = type == FieldType.TEXT && words.isEmpty() && !translated;
            if (required) {
                return free ? Set.of(Treatment.HASH) : Set.of();
            }
            return free ? EnumSet.allOf(Treatment.class) : Set.of(Treatment.DROP);
        }
    }

    /** What may be done to a field as it is sent. */
    public Set<Treatment> bears(String field) {
        return bears(field, false);
    }

    /** The account is known by its own id, whoever may know the person by a hash. */
    Set<Treatment> bears(String field, boolean translated) {
        FieldShape shape = fields.get(field);
        if (shape == null || field.equals(ACCOUNT)) {
            return Set.of();
        }
        return field.equals(PERSON) && !translated ? Set.of(Treatment.HASH) : shape.bears(translated);
    }

    /** Facts whose fields a mapping can fill, by their type without {@code io.playcaller.}, such as {@code usage.recorded.v1}. */
    public static Map<String, FactShape> byName() {
        return ALL;
    }

    public static FactShape of(EventType type) {
        FactShape shape = ALL.get(name(type));
        if (shape == null) {
            throw new IllegalArgumentException(type + " cannot be sent");
        }
        return shape;
    }

    private static String name(EventType type) {
        return type.wire().substring(PREFIX.length());
    }

    private static Map<String, FactShape> all() {
        Map<String, FactShape> shapes = new TreeMap<>();
        for (EventType type : EventType.values()) {
            schema(type).flatMap(schema -> shape(type, schema)).ifPresent(shape -> shapes.put(name(type), shape));
        }
        return Map.copyOf(shapes);
    }

    /** Empty when a required field is an object: no single value of a body can be that. */
    private static Optional<FactShape> shape(EventType type, JsonNode schema) {
        JsonNode properties = schema.path("properties");
        Set<String> required = texts(schema.path("required"));
        required.addAll(onlyWay(schema.path("anyOf"), properties));
        Map<String, FieldShape> fields = new LinkedHashMap<>();
        properties.properties().forEach(property -> {
            FieldType holds = type(property.getValue());
            if (holds != null) {
                fields.put(
                        property.getKey(),
                        new FieldShape(
                                holds, texts(property.getValue().path("enum")), required.contains(property.getKey())));
            }
        });
        return fields.keySet().containsAll(required) ? Optional.of(new FactShape(type, fields)) : Optional.empty();
    }

    /** Of several fields of which the schema wants one, the one that a value can be: there is no other way then. */
    private static Set<String> onlyWay(JsonNode alternatives, JsonNode properties) {
        Set<String> ways = new LinkedHashSet<>();
        alternatives.forEach(one -> ways.addAll(texts(one.path("required"))));
        ways.removeIf(field -> type(properties.path(field)) == null);
        return ways.size() == 1 ? ways : Set.of();
    }

    private static @Nullable FieldType type(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "integer" -> FieldType.INTEGER;
            case "number" -> FieldType.NUMBER;
            case "boolean" -> FieldType.BOOLEAN;
            case "string" -> schema.path("format").asText().equals("date-time") ? FieldType.TIME : FieldType.TEXT;
            default -> null;
        };
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Optional<JsonNode> schema(EventType type) {
        String file = "/schemas/inbound/" + name(type) + ".json";
        try (InputStream in = EventType.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(WireJson.mapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
