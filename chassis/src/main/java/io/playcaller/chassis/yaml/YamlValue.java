package io.playcaller.chassis.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value and its place. Each reading answers empty, and has said why, when the value is of another kind.
 *
 * @param below the map that this one lies on; null where there is none
 */
record YamlValue(
        YamlFile file,
        String path,
        int line,
        Node node,
        @Nullable YamlValue below) {

    YamlValue(YamlFile file, String path, int line, Node node) {
        this(file, path, line, node, null);
    }

    /** This value in place of another, two maps joined. */
    YamlValue over(YamlValue other) {
        boolean join = node instanceof MappingNode && other.node instanceof MappingNode;
        return join ? new YamlValue(file, path, line, node, other) : this;
    }

    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    Optional<String> text() {
        if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.STR)) {
            return Optional.of(scalar.getValue());
        }
        String fix = node instanceof ScalarNode scalar ? "put it in quotes: \"" + scalar.getValue() + "\"" : "";
        return refuse("text", fix);
    }

    Optional<Integer> integer(int min, int max) {
        String expected = "a whole number from " + min + " to " + max;
        if (!isScalar(Tag.INT)) {
            return refuse(expected, "");
        }
        long value = clampedLong(written());
        return value < min || value > max ? refuse(expected, "") : Optional.of((int) value);
    }

    Optional<Boolean> bool() {
        return isScalar(Tag.BOOL) ? Optional.of(Boolean.valueOf(written())) : refuse("true or false", "");
    }

    Optional<BigDecimal> decimal() {
        if (!isScalar(Tag.INT) && !isScalar(Tag.FLOAT)) {
            return refuse("a number", "");
        }
        return Optional.of(new BigDecimal(written()));
    }

    Optional<Duration> duration() {
        Optional<Duration> read =
                node instanceof ScalarNode scalar ? Durations.parse(scalar.getValue()) : Optional.empty();
        if (read.isEmpty() || read.get().isNegative()) {
            return refuse("a length of time", "write it as 90s, 30m, 4h, 3d, 2w or PT1H30M");
        }
        return read;
    }

    Optional<String> oneOf(Set<String> allowed) {
        String typed = written();
        if (node instanceof ScalarNode && allowed.contains(typed)) {
            return Optional.of(typed);
        }
        String fix = NearestWord.to(typed, allowed)
                .map(near -> "did you mean `" + near + "`?")
                .orElse("");
        return refuse("one of " + String.join(", ", new TreeSet<>(allowed)), fix);
    }

    Optional<YamlMap> map() {
        if (node instanceof MappingNode mapping) {
            YamlMap own = file.map(mapping, path, line);
            return Optional.of(below == null ? own : below.map().map(own::over).orElse(own));
        }
        return refuse("a map of keys", "write `key: value` lines below it");
    }

    /** Reads every item; those that are refused are left out. */
    <T> Optional<List<T>> list(Function<YamlValue, Optional<T>> read) {
        if (!(node instanceof SequenceNode sequence)) {
            return refuse("a list", "write `- …` lines below it");
        }
        List<T> items = new ArrayList<>();
        int index = 0;
        for (Node item : sequence.getValue()) {
            String place = path + "[" + index++ + "]";
            read.apply(new YamlValue(file, place, YamlFile.line(item), item)).ifPresent(items::add);
        }
        return Optional.of(List.copyOf(items));
    }

    private <T> Optional<T> refuse(String expected, String fix) {
        file.add(line, path, "must be " + expected + ", is " + described(), fix);
        return Optional.empty();
    }

    private String described() {
        if (node instanceof MappingNode) {
            return "a map";
        }
        return node instanceof SequenceNode ? "a list" : "`" + written() + "`";
    }

    private boolean isScalar(Tag tag) {
        return node instanceof ScalarNode && node.getTag().equals(tag);
    }

    private String written() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static long clampedLong(String digits) {
        return digits.length() > 15 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
