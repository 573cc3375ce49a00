package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.staff.Coverage;
import io.playcaller.router.staff.Coverage.NeedRule;
import io.playcaller.router.staff.RoleChains;
import io.playcaller.router.staff.TierCoverage;
import io.playcaller.router.staff.TierCoverage.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code coverage.yaml}: who serves which customers, and how full a day and a book may be. */
final class CoverageFile {

    private static final int MOST_TASKS = 1_000;
    private static final int MOST_DAYS = 30;
    private static final int MOST_ACCOUNTS = 100_000;
    private static final Set<String> KINDS = Set.of("named", "pooled", "digital");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private CoverageFile() {}

    static Coverage read(YamlMap file, RoleChains roles) {
        YamlMap day = file.map("day");
        YamlMap pools = file.map("pools");
        YamlMap watch = file.map("watch");
        Coverage coverage = new Coverage(
                new Coverage.Day(day.integer("tasks", 0, MOST_TASKS), day.integer("ahead", 0, MOST_DAYS)),
                new Coverage.Pools(
                        pools.integer("share", 1, 200),
                        pools.integer("fairness", 0, 1_000),
                        pools.integer("overlap-hours", 0, 8)),
                tiers(file.map("tiers"), roles),
                new Coverage.Watch(watch.integer("warn-at", 1, 100), watch.integer("breach-after", 1, MOST_DAYS)),
                file.has("needs")
                        ? file.maps("needs").stream().map(CoverageFile::need).toList()
                        : List.of());
        List.of(day, pools, watch, file).forEach(YamlMap::rejectUnknown);
        return coverage;
    }

    private static Map<String, TierCoverage> tiers(YamlMap all, RoleChains roles) {
        Map<String, TierCoverage> tiers = new LinkedHashMap<>();
        for (String tier : all.keys()) {
            Reading.known(all, tier, tier, PlaysFile.TIERS, "tier");
            YamlMap map = all.map(tier);
            String kind = map.oneOf("kind", KINDS);
            String role = Reading.known(map, "served-by", map.text("served-by"), roles.keys(), "role");
            int atLeast = map.integer("at-least", 0, MOST_ACCOUNTS);
            int atMost = map.integer("at-most", 1, MOST_ACCOUNTS);
            if (atMost < atLeast) {
                map.problem("at-most", "is less than at-least", "write the larger number here");
            }
            map.rejectUnknown();
            tiers.put(tier, new TierCoverage(kindOf(kind), role, atLeast, atMost));
        }
        return tiers;
    }

    private static Kind kindOf(String word) {
        return KINDS.contains(word) ? Kind.valueOf(word.toUpperCase(Locale.ROOT)) : Kind.NAMED;
    }

    private static NeedRule need(YamlMap map) {
        YamlMap when = map.map("when");
        Set<String> countries = words(when, "countries");
        countries.stream()
                .filter(country -> !COUNTRY.matcher(country).matches())
                .forEach(country -> when.problem(
                        "countries", "is no country: " + country, "write two capital letters, such as DE"));
        Set<String> tiers = words(when, "tiers");
        tiers.forEach(tier -> Reading.known(when, "tiers", tier, PlaysFile.TIERS, "tier"));
        NeedRule rule = new NeedRule(
                countries, words(when, "industries"), tiers, words(map, "languages"), words(map, "skills"));
        if (rule.languages().isEmpty() && rule.skills().isEmpty()) {
            map.problem("languages", "nothing is needed", "add languages or skills");
        }
        when.rejectUnknown();
        map.rejectUnknown();
        return rule;
    }

    private static Set<String> words(YamlMap map, String key) {
        return map.has(key) ? Set.copyOf(map.texts(key)) : Set.of();
    }
}
