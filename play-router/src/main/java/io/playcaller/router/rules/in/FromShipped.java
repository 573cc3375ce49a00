package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A file that says {@code from: shipped} says only what differs from the one that ships: maps are joined key by key, lists are
 * replaced, {@code ~} takes a key away. Plays are joined by their key, and those named in {@code without} are left out.
 */
final class FromShipped {

    private static final String FROM = "from";
    private static final Set<String> BASES = Set.of("shipped");
    private static final String WITHOUT = "without";
    private static final String PLAYS = "plays";

    private FromShipped() {}

    /** The file on top of the one that ships where it says so, else as it is. */
    static YamlMap joined(YamlMap own, Supplier<YamlMap> shipped) {
        if (!own.has(FROM)) {
            return own;
        }
        own.oneOf(FROM, BASES);
        YamlMap joined = own.over(shipped.get());
        joined.has(FROM);
        return joined;
    }

    /** The plays of {@code plays.yaml}. */
    static List<YamlMap> plays(YamlMap file, YamlMap shipped) {
        if (!file.has(FROM)) {
            if (file.has(WITHOUT)) {
                file.problem(WITHOUT, "leaves out nothing", "add `from: shipped`, or take it away");
            }
            return file.maps(PLAYS);
        }
        Set<String> known = new LinkedHashSet<>();
        shipped.maps(PLAYS).forEach(play -> known.add(play.text("key")));
        Set<String> without = without(file);
        without.forEach(key -> Reading.known(file, WITHOUT, key, known, "play that ships"));
        return file.mapsOver(shipped, PLAYS, "key").stream()
                .filter(play -> !without.contains(play.text("key")))
                .toList();
    }

    /** Plays that are left out. What ships may still name them elsewhere. */
    static Set<String> without(YamlMap file) {
        return Reading.words(file, WITHOUT);
    }
}
