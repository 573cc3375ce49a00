package io.playcaller.ingest.bulk.in;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How full each field of an upload is, and which values could not be used. Bounded, however many rows there are. */
final class Survey {

    /** Values that are told apart in one field; what goes beyond is counted together. */
    private static final int MOST_VALUES = 100;

    /** Fields that are told apart: an object may call its fields anything. */
    private static final int MOST_FIELDS = 200;

    /** Characters of the name of a field, and of what is said of a value. */
    private static final int LONGEST = 256;

    private static final String OTHERS = "others";

    private final Map<String, Found> fields = new TreeMap<>();

    private static final class Found {
        private long filled;
        private long unusable;
        private final Map<String, Long> values = new LinkedHashMap<>();
    }

    /**
     * A field, in all rows so far.
     *
     * @param filled rows that have it
     * @param unusable rows whose value is none of ours, or not of its kind
     * @param values what these say, with the number of rows
     */
    record Field(long filled, long unusable, Map<String, Long> values) {}

    /** Counts the fields of a body. */
    ObjectNode of(ObjectNode body) {
        body.properties().forEach(field -> {
            if (!isEmpty(field.getValue())) {
                filled(field.getKey());
            }
        });
        return body;
    }

    void filled(String field) {
        found(field).filled++;
    }

    /** @param detail says the value */
    void unusable(String field, String detail) {
        Found found = found(field);
        found.unusable++;
        String value = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + "…";
        boolean told = found.values.containsKey(value) || found.values.size() < MOST_VALUES;
        found.values.merge(told ? value : OTHERS, 1L, Long::sum);
    }

    Map<String, Field> fields() {
        Map<String, Field> all = new LinkedHashMap<>();
        fields.forEach((name, found) -> {
            Field field = new Field(found.filled, found.unusable, Map.copyOf(found.values));
            all.put(name, field);
        });
        return all;
    }

    private Found found(String field) {
        boolean told = fields.containsKey(field) || (fields.size() < MOST_FIELDS && field.length() <= LONGEST);
        return fields.computeIfAbsent(told ? field : OTHERS, name -> new Found());
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || (value.isTextual() && value.textValue().isBlank());
    }
}
