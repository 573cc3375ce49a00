package io.playcaller.forecast.credit.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.credit.CreditPolicy;
import io.playcaller.forecast.engine.credit.CreditRule;
import io.playcaller.forecast.engine.credit.CreditRule.Overlay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code credit.yaml}. */
public final class CreditFile {

    private static final int MOST = 200;

    private CreditFile() {}

    /** The policy that the file states; not to be used when the file has faults. */
    public static CreditPolicy read(YamlMap file) {
        String version = file.text("version");
        LocalDate from = day(file);
        Map<MovementKind, CreditRule> rules = new EnumMap<>(MovementKind.class);
        YamlMap movements = file.map("movements");
        for (MovementKind kind : MovementKind.values()) {
            String key = CreditWords.of(kind);
            if (kind != MovementKind.UNKNOWN && movements.has(key)) {
                rules.put(kind, rule(movements.map(key)));
            }
        }
        movements.rejectUnknown();
        file.rejectUnknown();
        return new CreditPolicy(version, from, rules);
    }

    private static LocalDate day(YamlMap file) {
        String written = file.text("from");
        try {
            return written.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(written);
        } catch (DateTimeException e) {
            file.problem("from", "is no date: " + written, "write it as \"2026-12-31\"");
            return LocalDate.EPOCH;
        }
    }

    private static CreditRule rule(YamlMap map) {
        Map<String, Integer> usual = whole(map, "usual", map.map("usual"));
        List<Map<String, Integer>> splits = map.has("splits")
                ? map.maps("splits").stream()
                        .map(split -> whole(map, "splits", split))
                        .toList()
                : List.of();
        Overlay overlay = map.has("overlay") ? overlay(map.map("overlay")) : Overlay.NONE;
        int total = map.integer("total", CreditRule.WHOLE, MOST);
        int least = CreditRule.WHOLE + overlay.atMost();
        if (total < least) {
            map.problem("total", "has no room for the overlay", "write " + least + ", or a smaller overlay");
        }
        map.rejectUnknown();
        return new CreditRule(usual, splits, overlay, Math.max(total, least));
    }

    /** Percents by role, which make up the whole; parts of 0 may be written and are left out. */
    private static Map<String, Integer> whole(YamlMap map, String key, YamlMap parts) {
        Map<String, Integer> percents = new TreeMap<>();
        for (String role : parts.keys()) {
            int percent = parts.integer(role, 0, CreditRule.WHOLE);
            if (percent > 0) {
                percents.put(role, percent);
            }
        }
        int sum = percents.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != CreditRule.WHOLE && !parts.keys().isEmpty()) {
            map.problem(key, parts.path() + " sums to " + sum, "make it sum to 100");
        }
        return percents;
    }

    private static Overlay overlay(YamlMap map) {
        Set<String> roles = Set.copyOf(map.texts("roles"));
        int least = map.integer("at-least", 1, CreditRule.WHOLE);
        int most = map.integer("at-most", 1, CreditRule.WHOLE);
        if (most < least) {
            map.problem("at-most", "is below at-least, which is " + least, "write " + least + " or more");
        }
        map.rejectUnknown();
        return new Overlay(roles, least, Math.max(least, most));
    }
}
