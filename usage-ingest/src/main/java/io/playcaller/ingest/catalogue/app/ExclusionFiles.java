package io.playcaller.ingest.catalogue.app;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.ingest.catalogue.ExclusionRules;
import io.playcaller.ingest.config.IngestFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code exclusions.yaml}: the one of a directory, or the one that ships, which tells nobody. */
final class ExclusionFiles {

    /** A shorter text is part of the name of a phone or a browser. */
    private static final int SHORTEST_AGENT = 4;

    private static final String STAFF = "staff";
    private static final String BOTS = "bots";
    private static final String DOMAINS = "email-domains";
    private static final String IDS = "user-ids";
    private static final String TRAITS = "traits";
    private static final String AGENTS = "user-agents";

    private ExclusionFiles() {}

    /**
     * Reads and checks it.
     *
     * @throws io.playcaller.chassis.yaml.ConfigException listing every fault
     */
    static ExclusionRules read(Optional<Path> directory) {
        return IngestFiles.read(directory, IngestFiles.EXCLUSIONS, ExclusionFiles::rules);
    }

    private static ExclusionRules rules(YamlMap file) {
        List<String> agents = file.has(BOTS) ? agents(file.map(BOTS)) : List.of();
        return file.has(STAFF)
                ? staff(file.map(STAFF), agents)
                : new ExclusionRules(Set.of(), Set.of(), Map.of(), agents);
    }

    private static ExclusionRules staff(YamlMap staff, List<String> agents) {
        ExclusionRules rules = new ExclusionRules(domains(staff), Set.copyOf(texts(staff, IDS)), traits(staff), agents);
        staff.rejectUnknown();
        return rules;
    }

    private static List<String> texts(YamlMap map, String key) {
        return map.has(key) ? map.texts(key) : List.of();
    }

    private static Set<String> domains(YamlMap staff) {
        List<String> domains = texts(staff, DOMAINS);
        domains.stream()
                .filter(domain -> domain.isBlank() || domain.indexOf('@') >= 0 || domain.indexOf('.') < 1)
                .forEach(domain -> staff.problem(DOMAINS, "has what is no domain: " + domain, "write example.com"));
        return Set.copyOf(domains);
    }

    private static Map<String, Set<String>> traits(YamlMap staff) {
        Map<String, Set<String>> traits = new HashMap<>();
        if (staff.has(TRAITS)) {
            YamlMap named = staff.map(TRAITS);
            named.keys().forEach(name -> traits.put(name, new HashSet<>(named.texts(name))));
        }
        return traits;
    }

    private static List<String> agents(YamlMap bots) {
        List<String> agents = texts(bots, AGENTS);
        agents.stream()
                .filter(agent -> agent.strip().length() < SHORTEST_AGENT)
                .forEach(agent -> bots.problem(
                        AGENTS,
                        "has `" + agent + "`, which stands in the names of phones, too",
                        "write at least " + SHORTEST_AGENT + " characters, such as Googlebot"));
        bots.rejectUnknown();
        return agents;
    }
}
