package io.playcaller.chassis.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A map of a YAML file. Every read names a key, makes it known, and answers something usable even when the value is
 * wrong or missing; the fault goes to the file's {@link ConfigProblems}. A value that is {@code null} counts as missing.
 * End each map with {@link #rejectUnknown()}.
 */
public final class YamlMap {

    private final YamlFile file;
    private final String path;
    private final int line;
    private final Map<String, YamlValue> entries;
    private final boolean muted;
    private final Set<String> known = new LinkedHashSet<>();

    private YamlMap(YamlFile file, String path, int line, Map<String, YamlValue> entries, boolean muted) {
        this.file = file;
        this.path = path;
        this.line = line;
        this.entries = entries;
        this.muted = muted;
    }

    static YamlMap of(YamlFile file, String path, int line, Map<String, YamlValue> entries) {
        return new YamlMap(file, path, line, entries, false);
    }

    /** Stands in for a map that is missing: its own missing keys are not said again. */
    static YamlMap absent(YamlFile file, String path, int line) {
        return new YamlMap(file, path, line, Map.of(), true);
    }

    /**
     * This map on top of another: what a key says here wins, a map within a map is joined in the same way, a list is replaced
     * whole, and {@code null} takes away what stands below. Keys come in the order of {@code base}, then those that only stand here.
     * A fault is said where its value stands.
     */
    public YamlMap over(YamlMap base) {
        Map<String, YamlValue> joined = new LinkedHashMap<>(base.entries);
        entries.forEach((key, value) -> joined.merge(key, value, (below, own) -> own.over(below)));
        joined.values().removeIf(YamlValue::isNull);
        return new YamlMap(file, path, line, joined, muted);
    }

    /**
     * A list of maps on top of that of {@code base}: the maps there, each under the one here that says the same of {@code by},
     * then those that only stand here.
     */
    public List<YamlMap> mapsOver(YamlMap base, String key, String by) {
        Map<String, YamlMap> joined = new LinkedHashMap<>();
        base.maps(key).forEach(map -> joined.put(map.text(by), map));
        List<YamlMap> further = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlMap map : has(key) ? maps(key) : List.<YamlMap>of()) {
            String name = map.text(by);
            YamlMap below = seen.add(name) ? joined.get(name) : null;
            if (below == null) {
                further.add(map);
            } else {
                joined.put(name, map.over(below));
            }
        }
        return Stream.concat(joined.values().stream(), further.stream()).toList();
    }

    /** Where this map stands, such as {@code plays[2].sla}; empty at the top. */
    public String path() {
        return path;
    }

    /** The keys as written, in the order of the file. */
    public Set<String> keys() {
        return entries.keySet();
    }

    /** Whether {@code key} has a value. */
    public boolean has(String key) {
        known.add(key);
        YamlValue entry = entries.get(key);
        return entry != null && !entry.isNull();
    }

    /** Text, as written; a bare number or {@code true} is a fault, because it would lose its form. Missing: "". */
    public String text(String key) {
        return required(key, YamlValue::text, "");
    }

    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** A whole number from {@code min} to {@code max}. */
    public int integer(String key, int min, int max) {
        return required(key, value -> value.integer(min, max), min);
    }

    public boolean bool(String key) {
        return required(key, YamlValue::bool, false);
    }

    public BigDecimal decimal(String key) {
        return required(key, YamlValue::decimal, BigDecimal.ZERO);
    }

    /** A length of time, not negative: {@code 90s}, {@code 30m}, {@code 4h}, {@code 3d}, {@code 2w} or ISO 8601. */
    public Duration duration(String key) {
        return required(key, YamlValue::duration, Duration.ZERO);
    }

    /** One of {@code allowed}, exactly as written there. */
    public String oneOf(String key, Set<String> allowed) {
        return required(key, value -> value.oneOf(allowed), "");
    }

    public YamlMap map(String key) {
        return required(key, YamlValue::map, absent(file, child(key), line(key)));
    }

    /** A list of maps; empty when written as {@code []}. */
    public List<YamlMap> maps(String key) {
        return required(key, value -> value.list(YamlValue::map), List.of());
    }

    /** A list of texts; empty when written as {@code []}. */
    public List<String> texts(String key) {
        return required(key, value -> value.list(YamlValue::text), List.of());
    }

    /** Says of every key that was not read so far that it is unknown, with the nearest known one as the fix. */
    public void rejectUnknown() {
        for (String key : entries.keySet()) {
            if (!known.contains(key)) {
                String fix = NearestWord.to(key, known)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElseGet(() -> "known here: " + String.join(", ", new TreeSet<>(known)));
                problem(key, "is unknown", fix);
            }
        }
    }

    /** Reports a fault of {@code key} that only its reader can see. */
    public void problem(String key, String message, String fix) {
        YamlValue entry = entries.get(key);
        if (entry == null) {
            file.add(line, child(key), message, fix);
        } else {
            entry.file().add(entry.line(), entry.path(), message, fix);
        }
    }

    /** The line of {@code key}; the map's own where the key is missing. */
    public int line(String key) {
        YamlValue entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    private <T> T required(String key, Function<YamlValue, Optional<T>> read, T otherwise) {
        known.add(key);
        YamlValue value = entries.get(key);
        if (value != null && !value.isNull()) {
            return read.apply(value).orElse(otherwise);
        }
        if (!muted) {
            problem(key, "is missing", "add `" + key + ": …`");
        }
        return otherwise;
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
