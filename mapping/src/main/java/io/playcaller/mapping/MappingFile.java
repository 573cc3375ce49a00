package io.playcaller.mapping;

import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.chassis.yaml.YamlFile;
import io.playcaller.chassis.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a mapping, strictly: every fault at once, each with its line and key. */
public final class MappingFile {

    private static final String ISO = "yyyy-MM-dd['T'][ ][HH:mm:ss][.SSS][XXX]";
    private static final int DEFAULT_WITHIN_DAYS = 30;
    private static final Set<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.toUnmodifiableSet());

    private MappingFile() {}

    /** @throws io.playcaller.chassis.yaml.ConfigException listing every fault */
    public static Mapping read(String fileName, String content) {
        ConfigProblems problems = new ConfigProblems();
        YamlMap top = YamlFile.parse(fileName, content, problems);
        String name = top.text("name");
        if (!name.isEmpty() && !name.matches("[a-z0-9-]{1,40}")) {
            top.problem("name", "is no plain name: " + name, "use a-z, 0-9 and -");
        }
        String currency = currency(top);
        ZoneId zone = zone(top);
        String dates = dates(top);
        List<Section> sections =
                top.maps("sections").stream().map(MappingFile::section).toList();
        if (sections.isEmpty() && problems.isEmpty()) {
            top.problem("sections", "is empty", "say what at least one file becomes");
        }
        top.rejectUnknown();
        problems.orThrow();
        return new Mapping(name, fileName, currency, zone, dates, sections);
    }

    private static String currency(YamlMap top) {
        String currency = top.text("currency");
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(currency));
        if (!known && !currency.isEmpty()) {
            top.problem("currency", "is no ISO 4217 code: " + currency, "write EUR, USD, …");
        }
        return currency;
    }

    private static ZoneId zone(YamlMap top) {
        String zone = top.optionalText("zone").orElse("UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            top.problem("zone", "is no time zone: " + zone, "write UTC or Europe/Berlin, …");
            return ZoneId.of("UTC");
        }
    }

    private static String dates(YamlMap top) {
        String dates = top.optionalText("dates").orElse(ISO);
        try {
            DateTimeFormatter unused = DateTimeFormatter.ofPattern(dates);
        } catch (IllegalArgumentException e) {
            top.problem("dates", "is no pattern: " + e.getMessage(), "write yyyy-MM-dd[ HH:mm:ss]");
        }
        return dates;
    }

    private static Section section(YamlMap map) {
        String word = map.oneOf("make", KINDS);
        Kind kind = Kind.ofWord(word).orElse(Kind.ACCOUNT);
        Section section = new Section(
                map.text("file"),
                kind,
                map.text("id"),
                word.isEmpty() ? Map.of() : fields(map.map("fields"), kind),
                map.optionalText("when-filled").orElse(null),
                map.has("within-days") ? map.integer("within-days", 0, 3_650) : DEFAULT_WITHIN_DAYS,
                map.has("notes")
                        ? map.maps("notes").stream().map(MappingFile::note).toList()
                        : List.of(),
                map.line("file"));
        map.has("fields");
        map.rejectUnknown();
        return section;
    }

    private static Map<String, ValueSpec> fields(YamlMap map, Kind kind) {
        Map<String, ValueSpec> specs = new LinkedHashMap<>();
        for (Field field : kind.fields().values()) {
            if (field.required() || map.has(field.name())) {
                specs.put(field.name(), value(map, field));
            }
        }
        map.keys().stream()
                .filter(name -> !kind.fields().containsKey(name))
                .flatMap(name -> kind.field(name).stream())
                .forEach(field -> specs.put(field.name(), value(map, field)));
        map.rejectUnknown();
        return specs;
    }

    private static ValueSpec value(YamlMap fields, Field field) {
        return value(fields.map(field.name()), fields.line(field.name()), field);
    }

    private static ValueSpec value(YamlMap map, int line, Field field) {
        @Nullable Lookup lookup = map.has("lookup") ? lookup(map.map("lookup")) : null;
        String column = map.optionalText("column").orElse(null);
        String constant = map.optionalText("constant").orElse(null);
        Map<String, String> translations = map.has("map") ? translations(map.map("map"), field) : Map.of();
        String otherwise = map.optionalText("otherwise").orElse(null);
        String plusMinutes = map.optionalText("plus-minutes").orElse(null);
        map.rejectUnknown();
        List<String> given = new ArrayList<>();
        map.keys().stream()
                .filter(Set.of("column", "constant", "lookup")::contains)
                .forEach(given::add);
        if (given.size() != 1 && !map.keys().isEmpty()) {
            map.problem("column", "one of column, constant and lookup must be there", "keep one of them");
        }
        return new ValueSpec(column, constant, lookup, translations, otherwise, plusMinutes, line);
    }

    private static Map<String, String> translations(YamlMap map, Field field) {
        Map<String, String> translations = new LinkedHashMap<>();
        for (String from : map.keys()) {
            translations.put(from, translation(map, from, field));
        }
        return translations;
    }

    /** An empty translation says that the value means nothing. */
    private static String translation(YamlMap map, String from, Field field) {
        if (field.type() != Field.Type.WORD) {
            return map.text(from);
        }
        Set<String> words = new HashSet<>(field.words());
        if (!field.required()) {
            words.add("");
        }
        return map.oneOf(from, words);
    }

    private static Lookup lookup(YamlMap map) {
        Lookup lookup = new Lookup(map.text("file"), map.text("key"), map.text("column"), map.text("by"));
        map.rejectUnknown();
        return lookup;
    }

    private static Note note(YamlMap map) {
        Note note = new Note(
                map.text("say"),
                map.text("column"),
                map.has("is") ? Set.copyOf(map.texts("is")) : Set.of(),
                map.has("before") ? lookup(map.map("before")) : null,
                map.has("missing-in") ? lookup(map.map("missing-in")) : null);
        map.rejectUnknown();
        return note;
    }
}
