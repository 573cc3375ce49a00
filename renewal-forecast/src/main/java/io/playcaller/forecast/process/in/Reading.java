package io.playcaller.forecast.process.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.renewal.Categories;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values that the file writes in several places. A wrong one is a fault of the file, and answered as something usable. */
final class Reading {

    /** The tiers that have people. */
    static final Set<String> HUMAN = Set.of("enterprise", "mid-market", "pooled");

    private static final Set<String> TIERS = Set.of("enterprise", "mid-market", "pooled", "tech-touch", "human");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})d");

    private static final Map<String, RenewalStage> STAGES =
            words(Arrays.asList(RenewalStage.values()), RenewalStage::key);
    private static final Map<String, Category> CATEGORIES = words(Categories.ALL, Categories::key);
    private static final Map<String, Severity> SEVERITIES = words(
            List.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL),
            severity -> severity.name().toLowerCase(Locale.ROOT));

    private Reading() {}

    /** Days of the calendar, such as {@code 90d}. */
    static int days(YamlMap map, String key) {
        String written = map.text(key);
        Matcher matcher = DAYS.matcher(written);
        if (matcher.matches()) {
            return Integer.parseInt(matcher.group(1));
        }
        if (!written.isEmpty()) {
            map.problem(key, "is no number of days: " + written, "write 90d");
        }
        return 0;
    }

    static RenewalStage stage(YamlMap map, String key) {
        return STAGES.getOrDefault(map.oneOf(key, STAGES.keySet()), RenewalStage.NOT_STARTED);
    }

    static Category category(YamlMap map, String key) {
        return CATEGORIES.getOrDefault(map.oneOf(key, CATEGORIES.keySet()), Category.UNKNOWN);
    }

    static Severity severity(YamlMap map, String key) {
        return SEVERITIES.getOrDefault(map.oneOf(key, SEVERITIES.keySet()), Severity.UNKNOWN);
    }

    /** Tiers, {@code human} taken apart. */
    static Set<String> tiers(YamlMap map, String key) {
        List<String> written = map.texts(key);
        written.stream()
                .filter(tier -> !TIERS.contains(tier))
                .forEach(tier -> map.problem(key, "there is no tier " + tier, known(TIERS)));
        return written.stream()
                .flatMap(tier -> tier.equals("human") ? HUMAN.stream() : Set.of(tier).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static String known(Set<String> words) {
        return "known: " + words.stream().sorted().collect(Collectors.joining(", "));
    }

    /** The value of {@code key}; empty where it is not written. */
    static <T> Optional<T> optional(YamlMap map, String key, Function<String, T> read) {
        return map.has(key) ? Optional.of(read.apply(key)) : Optional.empty();
    }

    private static <T> Map<String, T> words(List<T> all, Function<T, String> word) {
        return all.stream().collect(Collectors.toUnmodifiableMap(word, Function.identity()));
    }
}
