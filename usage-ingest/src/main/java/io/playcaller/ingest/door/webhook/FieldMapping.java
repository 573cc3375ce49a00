package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.refusal.Step;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the fields of a fact get their values. */
public record FieldMapping(FactShape shape, Map<String, Value> values) {

    private static final String PERSON = "userId";

    public FieldMapping {
        // In one order, so that of several faults the same one is named each time.
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Fills them in; a value without a meaning leaves what the fact says already. */
    Step<Translation> into(Translation fact, Sent sent) {
        for (Map.Entry<String, Value> field : values.entrySet()) {
            String from = field.getValue().where().name();
            Step<Optional<String>> read = field.getValue().read(sent);
            if (read instanceof Step.Kept<Optional<String>> kept) {
                fact.field(
                        field.getKey(),
                        kept.value().map(text -> node(field.getKey(), text)).orElse(null),
                        from);
            } else if (read instanceof Step.Refused<Optional<String>> no && !fact.has(field.getKey())) {
                return Step.refused(no.refusal());
            }
        }
        return Step.kept(fact);
    }

    /** The same without some fields: what happened says those, whatever the file makes of the tool's words. */
    FieldMapping without(Set<String> fields) {
        Map<String, Value> others = new HashMap<>(values);
        others.keySet().removeAll(fields);
        return new FieldMapping(shape, others);
    }

    Optional<String> person(Sent sent) {
        return text(PERSON, sent);
    }

    /** What one field gets; empty when it gets nothing, or nothing that can be used. */
    Optional<String> text(String field, Sent sent) {
        return of(field, value -> value.read(sent));
    }

    /** The same, if that text stood where the field is read. */
    Optional<String> meaning(String field, String text) {
        return of(field, value -> value.of(Optional.of(text)));
    }

    private Optional<String> of(String field, Function<Value, Step<Optional<String>>> reading) {
        return Optional.ofNullable(values.get(field))
                .map(reading)
                .flatMap(read -> read instanceof Step.Kept<Optional<String>> kept ? kept.value() : Optional.empty());
    }

    /** The pointer at which a field stands in the body; empty when it does not stand there. */
    Optional<String> pointer(String field) {
        return Optional.ofNullable(values.get(field))
                .flatMap(value -> value.where().inBody());
    }

    /** The pointers at which values stand. */
    Set<String> pointers() {
        return pointers(values.values());
    }

    /** The pointers at which values stand. */
    static Set<String> pointers(Collection<Value> values) {
        return values.stream()
                .flatMap(value -> value.where().inBody().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What of the body its values cannot do without. */
    Needs needs() {
        return values.entrySet().stream()
                .map(field -> field.getValue()
                        .where()
                        .needed(shape.bears(
                                field.getKey(), !field.getValue().words().isEmpty())))
                .reduce(Needs.NONE, Needs::and);
    }

    Set<String> headers() {
        return headers(values.values());
    }

    /** The headers in which values stand. */
    static Set<String> headers(Collection<Value> values) {
        return values.stream()
                .map(Value::where)
                .filter(Where.InHeader.class::isInstance)
                .map(Where::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private JsonNode node(String field, String text) {
        FactShape.FieldShape known = shape.fields().get(field);
        if (known == null) {
            throw new IllegalStateException(shape.type() + " has no field " + field);
        }
        return known.type().node(text);
    }
}
