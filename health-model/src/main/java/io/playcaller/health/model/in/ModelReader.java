package io.playcaller.health.model.in;

import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.chassis.yaml.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Builds parts of the model, and turns their refusals into problems with file, line and key. */
final class ModelReader {

    private final ConfigProblems problems;

    ModelReader(ConfigProblems problems) {
        this.problems = problems;
    }

    /** Builds the whole of a file. */
    <T> Optional<T> file(YamlMap top, String key, Function<YamlMap, T> read) {
        return part(top, top, key, read);
    }

    /** Builds a part from the map at {@code key}; empty when anything in it was wrong, which is reported then. */
    <T> Optional<T> part(YamlMap parent, String key, Function<YamlMap, T> read) {
        return part(parent.map(key), parent, key, read);
    }

    /** Builds a part from each map of a list; answers those that could be built. */
    <T> List<T> parts(YamlMap parent, String list, String key, Function<YamlMap, T> read) {
        List<T> parts = new ArrayList<>();
        for (YamlMap map : parent.maps(list)) {
            part(map, map, key, read).ifPresent(parts::add);
        }
        return parts;
    }

    /** {@code read} takes every key that it knows before it builds: what it left is unknown. */
    private <T> Optional<T> part(YamlMap map, YamlMap place, String key, Function<YamlMap, T> read) {
        int before = count();
        try {
            T part = read.apply(map);
            map.rejectUnknown();
            return count() == before ? Optional.of(part) : Optional.empty();
        } catch (IllegalArgumentException e) {
            map.rejectUnknown();
            if (count() == before) {
                refuse(map, place, key, String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
    }

    /** The engine's refusals begin with a path; its last word is the key, where the map has one of that name. */
    private static void refuse(YamlMap map, YamlMap place, String key, String message) {
        int colon = message.indexOf(": ");
        String path = colon < 0 ? "" : message.substring(0, colon);
        String leaf = path.substring(path.lastIndexOf('.') + 1);
        if (map.keys().contains(leaf)) {
            map.problem(leaf, message.substring(colon + 2), "");
        } else {
            place.problem(key, message, "");
        }
    }

    private int count() {
        return problems.all().size();
    }

    /** The value in thousandths; it has at most three decimals. */
    static long thousandths(YamlMap map, String key) {
        return scaled(map.decimal(key), 3, key);
    }

    /** Whole units of money, of any currency, as hundredths of one. */
    static long hundredths(YamlMap map, String key) {
        return scaled(map.decimal(key), 2, key);
    }

    static long scaled(BigDecimal value, int decimals, String key) {
        try {
            return value.movePointRight(decimals).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    key + ": " + value.toPlainString() + " has more than " + decimals + " decimals", e);
        }
    }
}
