package io.playcaller.ingest.door.webhook.file;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.EventType;
import io.playcaller.ingest.door.webhook.Condition;
import io.playcaller.ingest.door.webhook.FactMapping;
import io.playcaller.ingest.door.webhook.FactShape;
import io.playcaller.ingest.door.webhook.FactShape.FieldShape;
import io.playcaller.ingest.door.webhook.FieldMapping;
import io.playcaller.ingest.door.webhook.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a body becomes, and where the fields of that stand. */
final class FactEntry {

    private static final String FIELDS = "fields";
    private static final String ACCOUNT = "accountId";
    private static final String PERSON = "userId";

    private final ValueEntry values;

    FactEntry(ValueEntry values) {
        this.values = values;
    }

    /** One entry of {@code facts}. */
    FactMapping read(YamlMap entry) {
        String make = entry.oneOf("make", FactShape.byName().keySet());
        Condition when = entry.has("when") ? condition(entry.map("when")) : null;
        Value id = values.read(entry.map("id"), FieldShape.TEXT);
        Value time = entry.has("time") ? values.read(entry.map("time"), FieldShape.TIME) : null;
        FactShape shape = FactShape.byName().get(make);
        // Where nobody knows the fact, its fields cannot be judged: that is said, and nothing of the file is used.
        FieldMapping fields = shape == null
                ? new FieldMapping(FactShape.of(EventType.USAGE_RECORDED), Map.of())
                : fields(entry, shape, true);
        entry.has(FIELDS);
        entry.rejectUnknown();
        return new FactMapping(when, id, time, fields);
    }

    /**
     * The entries of {@code fields}.
     *
     * @param whole whether every required field must be among them; otherwise the tool's own words give the others
     */
    FieldMapping fields(YamlMap owner, FactShape shape, boolean whole) {
        YamlMap entries = owner.map(FIELDS);
        Map<String, Value> read = new LinkedHashMap<>();
        shape.fields().forEach((name, field) -> {
            if (entries.has(name) || (whole && field.required())) {
                read.put(name, values.read(entries.map(name), field));
            }
        });
        if (!read.containsKey(ACCOUNT) && !read.containsKey(PERSON) && owner.has(FIELDS)) {
            entries.problem(ACCOUNT, "is missing", "say where the account stands, or the person by " + PERSON);
        }
        entries.rejectUnknown();
        return new FieldMapping(shape, read);
    }

    private Condition condition(YamlMap entry) {
        Condition condition = new Condition(values.place(entry), Set.copyOf(entry.texts("is")));
        entry.rejectUnknown();
        return condition;
    }
}
