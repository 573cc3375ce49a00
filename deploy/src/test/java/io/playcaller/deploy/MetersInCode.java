package io.playcaller.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What our own sources measure, as Prometheus sees it: names by the rules of Micrometer's naming convention for Prometheus.
 *
 * @param labels of each metric, the words that its source says anywhere, its labels among them
 */
record MetersInCode(Map<String, Set<String>> labels) {

    private static final List<String> MODULES =
            List.of("usage-ingest", "health-service", "play-router", "renewal-forecast", "outbox");
    private static final Pattern MADE = Pattern.compile(
            "\\b(count|counter|Counter\\.builder|FunctionCounter\\.builder|timer|Timer\\.builder|TimeGauge\\.builder"
                    + "|gauge|Gauge\\.builder|MultiGauge\\.builder)\\(\\s*(?:meters,\\s*)?\"([a-z][a-z0-9.-]+)\"([^;]*)");
    private static final Pattern UNIT = Pattern.compile("baseUnit\\(\"(\\w+)\"\\)");
    private static final Pattern WORD = Pattern.compile("\"([a-z_]+)\"");

    static MetersInCode read() {
        Map<String, Set<String>> labels = new TreeMap<>();
        MODULES.stream()
                .flatMap(module -> sources(Repository.ROOT.resolve(module).resolve("src/main/java")))
                .filter(source -> source.contains("import io.micrometer."))
                .forEach(source -> meters(source, labels));
        return new MetersInCode(labels);
    }

    private static void meters(String source, Map<String, Set<String>> labels) {
        Set<String> words = WORD.matcher(source)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Matcher made = MADE.matcher(source);
        while (made.find()) {
            String name = made.group(2).replaceAll("[.-]", "_");
            suffixes(made.group(1), made.group(3)).forEach(suffix -> labels.put(name + suffix, words));
        }
    }

    private static List<String> suffixes(String how, String rest) {
        return switch (how) {
            case "count", "counter", "Counter.builder", "FunctionCounter.builder" -> List.of("_total");
            case "timer", "Timer.builder" ->
                rest.contains("publishPercentileHistogram")
                        ? List.of("_seconds_count", "_seconds_sum", "_seconds_max", "_seconds_bucket")
                        : List.of("_seconds_count", "_seconds_sum", "_seconds_max");
            case "TimeGauge.builder" -> List.of("_seconds");
            default -> {
                Matcher unit = UNIT.matcher(rest);
                yield List.of(unit.find() ? "_" + unit.group(1) : "");
            }
        };
    }

    private static Stream<String> sources(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(MetersInCode::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
