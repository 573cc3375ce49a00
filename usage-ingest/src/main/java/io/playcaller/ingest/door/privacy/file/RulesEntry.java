package io.playcaller.ingest.door.privacy.file;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.Needs.Harm;
import io.playcaller.ingest.privacy.PropertyPath;
import io.playcaller.ingest.privacy.PropertyRule;
import io.playcaller.ingest.privacy.Treatment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lists {@code drop}, {@code mask} and {@code hash} of one source, or of every one. */
final class RulesEntry {

    private final YamlMap entry;
    private final Needs needs;
    private final Map<PropertyPath, Treatment> seen = new HashMap<>();
    private final List<PropertyRule> rules = new ArrayList<>();

    private RulesEntry(YamlMap entry, Needs needs) {
        this.entry = entry;
        this.needs = needs;
    }

    /** Its rules; of one that is none its fault is said. */
    static List<PropertyRule> read(YamlMap entry, Needs needs) {
        RulesEntry reading = new RulesEntry(entry, needs);
        for (Treatment treatment : Treatment.values()) {
            if (entry.has(treatment.word())) {
                entry.texts(treatment.word()).forEach(text -> reading.rule(treatment, text));
            }
        }
        entry.rejectUnknown();
        return List.copyOf(reading.rules);
    }

    private void rule(Treatment treatment, String text) {
        PropertyPath path = PropertyPath.of(text).orElse(null);
        if (path == null) {
            entry.problem(
                    treatment.word(),
                    "has what is no path: " + text,
                    "write it as /properties/email, with * for any name of one level");
            return;
        }
        Treatment other = seen.putIfAbsent(path, treatment);
        if (other != null) {
            entry.problem(treatment.word(), "has " + path + ", as " + other.word() + " has", "keep one of them");
            return;
        }
        PropertyRule rule = new PropertyRule(path, treatment);
        needs.harmedBy(rule)
                .ifPresentOrElse(
                        harm -> entry.problem(
                                treatment.word(),
                                "has " + path + ", and the door needs " + harm.place(),
                                instead(path, harm)),
                        () -> rules.add(rule));
    }

    private static String instead(PropertyPath path, Harm harm) {
        if (harm.inside()) {
            return "name what stands in it, as in " + path + "/*, which spares what is needed";
        }
        if (harm.allowed().contains(Treatment.HASH)) {
            return "it may stand under hash: a hash is the same each time";
        }
        return harm.allowed().contains(Treatment.DROP)
                ? "it may stand under drop: otherwise it could not be read"
                : "take it out";
    }
}
