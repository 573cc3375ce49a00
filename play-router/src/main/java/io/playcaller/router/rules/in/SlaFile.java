package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.sla.EscalationStep;
import io.playcaller.router.sla.SlaRule;
import io.playcaller.router.sla.SlaTable;
import io.playcaller.router.sla.SlaTargets;
import io.playcaller.router.staff.RoleChains;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code sla.yaml}: targets by severity, escalation ladders, and what holds instead in some cases. */
final class SlaFile {

    private static final List<Severity> SEVERITIES =
            List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

    private static final String NONE = "none";

    private SlaFile() {}

    static SlaTable read(YamlMap file, RoleChains roles) {
        Map<Severity, SlaTargets> targets = new EnumMap<>(Severity.class);
        Map<Severity, Integer> warnings = new EnumMap<>(Severity.class);
        YamlMap severities = file.map("severities");
        for (Severity severity : SEVERITIES) {
            YamlMap map = severities.map(word(severity));
            targets.put(severity, Reading.targets(map));
            warnings.put(severity, map.integer("warn-at", 1, 99));
            map.rejectUnknown();
        }
        severities.rejectUnknown();
        YamlMap ladders = file.map("ladders");
        Map<String, List<EscalationStep>> read = new LinkedHashMap<>();
        for (String name : ladders.keys()) {
            read.put(name, ladder(ladders, name, roles));
        }
        List<SlaRule> rules = file.has("policies")
                ? file.maps("policies").stream().map(map -> rule(map, read)).toList()
                : List.of();
        file.rejectUnknown();
        return new SlaTable(targets, warnings, read, rules);
    }

    /** Whether the plays that its policies name are there: to be asked once plays are known. */
    static void checkPlays(YamlMap file, PlayBook plays) {
        List<String> keys = plays.plays().stream().map(Play::key).toList();
        for (YamlMap policy : file.has("policies") ? file.maps("policies") : List.<YamlMap>of()) {
            YamlMap when = policy.map("when");
            words(when, "plays").forEach(play -> Reading.known(when, "plays", play, keys, "play"));
        }
    }

    private static SlaRule rule(YamlMap map, Map<String, List<EscalationStep>> ladders) {
        String name = map.text("name");
        SlaRule.When when = when(map.map("when"));
        Optional<String> ladder = map.optionalText("escalation");
        ladder.filter(word -> !word.equals(NONE))
                .ifPresent(word -> Reading.known(map, "escalation", word, ladders.keySet(), "ladder"));
        SlaRule rule = new SlaRule(
                name,
                when,
                Reading.targets(map),
                Reading.off(map),
                map.has("warn-at") ? map.integer("warn-at", 1, 99) : null,
                ladder.map(word -> ladders.getOrDefault(word, List.of())).orElse(null));
        if (rule.isEmpty()) {
            map.problem("name", "states nothing", "add accept, first-touch, update, complete, warn-at or escalation");
        }
        map.rejectUnknown();
        return rule;
    }

    private static SlaRule.When when(YamlMap map) {
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        for (String word : words(map, "severities")) {
            SEVERITIES.stream()
                    .filter(severity -> word(severity).equals(word))
                    .findFirst()
                    .ifPresentOrElse(
                            severities::add,
                            () -> map.problem(
                                    "severities",
                                    "there is no severity " + word,
                                    "write critical, high, medium or low"));
        }
        Set<String> tiers = words(map, "tiers");
        tiers.forEach(tier -> Reading.known(map, "tiers", tier, PlaysFile.TIERS, "tier"));
        SlaRule.When when =
                new SlaRule.When(words(map, "plays"), severities, tiers, words(map, "segments"), words(map, "stages"));
        map.rejectUnknown();
        return when;
    }

    private static Set<String> words(YamlMap map, String key) {
        return map.has(key) ? Set.copyOf(map.texts(key)) : Set.of();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static List<EscalationStep> ladder(YamlMap ladders, String name, RoleChains roles) {
        return ladders.maps(name).stream()
                .map(map -> new LadderStep(map, roles).read())
                .toList();
    }
}
