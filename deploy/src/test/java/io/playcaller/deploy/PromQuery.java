package io.playcaller.deploy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a query of Prometheus reads. Whether it is well-formed is promtool's to say.
 *
 * @param where each metric it names, with the labels it picks by
 * @param groups the labels it groups by, but for those that it makes itself
 */
record PromQuery(Map<String, Set<String>> where, Set<String> groups) {

    private static final Pattern MADE = Pattern.compile("count_values\\(\"(\\w+)\"");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern GROUPED = Pattern.compile("\\b(?:by|on|without)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern NAMED = Pattern.compile("\\b([a-zA-Z_:][\\w:]*)\\b(?!\\s*\\()(?:\\{([^}]*)})?");
    private static final Set<String> WORDS = Set.of("or", "and", "unless", "offset");

    static PromQuery of(String query) {
        Set<String> made = all(MADE, query);
        String plain = RANGE.matcher(TEXT.matcher(query).replaceAll("")).replaceAll("");
        Set<String> groups = all(GROUPED, plain).stream()
                .flatMap(list -> Pattern.compile("\\s*,\\s*").splitAsStream(list.strip()))
                .filter(label -> !label.isEmpty() && !made.contains(label))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Set<String>> where = new TreeMap<>();
        Matcher named = NAMED.matcher(GROUPED.matcher(plain).replaceAll(""));
        while (named.find()) {
            if (!WORDS.contains(named.group(1))) {
                where.computeIfAbsent(named.group(1), metric -> new TreeSet<>()).addAll(labels(named.group(2)));
            }
        }
        return new PromQuery(where, groups);
    }

    private static Set<String> labels(String matchers) {
        return matchers == null ? Set.of() : all(Pattern.compile("(\\w+)\\s*[=!]"), matchers);
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
