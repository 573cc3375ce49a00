package io.playcaller.ingest.door.webhook.file;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.ingest.door.webhook.Epoch;
import io.playcaller.ingest.door.webhook.FactShape.FieldShape;
import io.playcaller.ingest.door.webhook.FieldType;
import io.playcaller.ingest.door.webhook.Value;
import io.playcaller.ingest.door.webhook.Where;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a value stands, and what it means: {@code at}, {@code header} or {@code constant}, and what is done with it. */
final class ValueEntry {

    /** Whatever the proof is, a proxy or an admin may have put a password there. */
    private static final Set<String> NEVER = Set.of("authorization", "proxy-authorization", "cookie");

    private static final String AT = "at";
    private static final String HEADER = "header";
    private static final String CONSTANT = "constant";
    private static final String MAP = "map";
    private static final String OTHERWISE = "otherwise";
    private static final String NOTHING = "";
    private static final Map<String, Epoch> UNITS = Map.of("s", Epoch.SECONDS, "ms", Epoch.MILLISECONDS);

    private final Set<String> secretHeaders;

    /** @param secretHeaders those that no value may be read from, in lower case */
    ValueEntry(Set<String> secretHeaders) {
        this.secretHeaders = Set.copyOf(secretHeaders);
    }

    /** @param field what it is for: its words are the only ones that the entry may give it */
    Value read(YamlMap entry, FieldShape field) {
        Epoch epoch = field.type() == FieldType.TIME ? epoch(entry) : null;
        Where where = where(entry, field, epoch);
        Map<String, String> words = entry.has(MAP) ? words(entry, field) : Map.of();
        String otherwise = entry.has(OTHERWISE) ? word(entry, OTHERWISE, field, true) : null;
        String prefix = words.isEmpty() ? entry.optionalText("prefix").orElse("") : "";
        entry.rejectUnknown();
        return new Value(where, words, otherwise, prefix, epoch);
    }

    /** Where it stands alone, without a meaning: a condition. */
    Where place(YamlMap entry) {
        return where(entry, FieldShape.TEXT, null);
    }

    private Where where(YamlMap entry, FieldShape field, @Nullable Epoch epoch) {
        List<String> given = Stream.of(AT, HEADER, CONSTANT).filter(entry::has).toList();
        if (given.size() > 1) {
            entry.problem(given.get(1), "stands beside " + given.get(0), "keep one of " + String.join(", ", given));
        }
        if (given.contains(HEADER)) {
            return header(entry);
        }
        return given.contains(CONSTANT)
                ? new Where.Given(constant(entry, field, epoch))
                : pointer(entry, entry.text(AT));
    }

    /** What a value is read from stands in facts, letters and refusals, for people to read. */
    private Where header(YamlMap entry) {
        Where.InHeader header = new Where.InHeader(entry.text(HEADER));
        if (secretHeaders.contains(header.name()) || NEVER.contains(header.name())) {
            entry.problem(
                    HEADER,
                    "is `" + header.name() + "`, which carries a secret",
                    "read another header or the body: what is read would stand in letters and facts");
        }
        return header;
    }

    private static String constant(YamlMap entry, FieldShape field, @Nullable Epoch epoch) {
        if (epoch == null) {
            return word(entry, CONSTANT, field, false);
        }
        String text = entry.text(CONSTANT);
        if (epoch.iso(text).equals(text)) {
            entry.problem(CONSTANT, "is `" + text + "`", "write a whole number, as `unit` says");
        }
        return text;
    }

    private static Where pointer(YamlMap entry, String text) {
        try {
            return Where.at(text);
        } catch (IllegalArgumentException e) {
            entry.problem(AT, "is no JSON pointer: " + text, "write it as /detail/id");
            return Where.at("");
        }
    }

    private static Map<String, String> words(YamlMap entry, FieldShape field) {
        YamlMap map = entry.map(MAP);
        if (map.keys().isEmpty()) {
            entry.problem(MAP, "has no word", "say what at least one word means, or leave it away");
        }
        Map<String, String> words = new LinkedHashMap<>();
        map.keys().forEach(theirs -> words.put(theirs, word(map, theirs, field, true)));
        return words;
    }

    /** @param orNothing whether it may be empty, unless the fact needs it: then the value means nothing */
    private static String word(YamlMap map, String key, FieldShape field, boolean orNothing) {
        if (field.words().isEmpty()) {
            String text = map.text(key);
            if (!text.isEmpty() && !field.type().canBe(text)) {
                map.problem(key, "is `" + text + "`", "write " + field.type().expected());
            }
            return text;
        }
        Set<String> allowed = new HashSet<>(field.words());
        if (orNothing && !field.required()) {
            allowed.add(NOTHING);
        }
        return map.oneOf(key, allowed);
    }

    private static @Nullable Epoch epoch(YamlMap entry) {
        return entry.has("unit") ? UNITS.get(entry.oneOf("unit", UNITS.keySet())) : null;
    }
}
