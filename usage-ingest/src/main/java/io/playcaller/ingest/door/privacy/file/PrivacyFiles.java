package io.playcaller.ingest.door.privacy.file;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.ingest.config.IngestFiles;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.privacy.PropertyFilters;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.PropertyRule;
import io.playcaller.ingest.privacy.Pseudonyms;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code privacy.yaml}: the one of a directory, or the one that ships, which has no rule. */
public final class PrivacyFiles {

    private static final String EVERY = "every-source";
    private static final String SOURCES = "sources";
    private static final String SECRET = "secret";
    private static final String SECRET_FIX = "name a setting or environment variable that holds a secret of at least "
            + Pseudonyms.SHORTEST_SECRET + " characters";

    private final YamlMap file;
    private final Map<String, Needs> needs = new HashMap<>();

    private PrivacyFiles(YamlMap file, Collection<Webhook> webhooks) {
        this.file = file;
        webhooks.forEach(
                webhook -> needs.merge(webhook.source(), webhook.reader().needs(), Needs::and));
    }

    /**
     * Reads and checks it.
     *
     * @param settings a setting or environment variable by its name, for the secret
     * @param webhooks whose own words may need what other sources do not
     * @throws io.playcaller.chassis.yaml.ConfigException listing every fault
     */
    public static PropertyFilters read(
            Optional<Path> directory, Function<String, Optional<String>> settings, Collection<Webhook> webhooks) {
        return IngestFiles.read(
                directory, IngestFiles.PRIVACY, file -> new PrivacyFiles(file, webhooks).filters(settings));
    }

    private PropertyFilters filters(Function<String, Optional<String>> settings) {
        Needs all = needs.values().stream().reduce(DoorNeeds.ALL, Needs::and);
        List<PropertyRule> every = file.has(EVERY) ? RulesEntry.read(file.map(EVERY), all) : List.of();
        Map<String, List<PropertyRule>> own = new HashMap<>();
        if (file.has(SOURCES)) {
            YamlMap sources = file.map(SOURCES);
            sources.keys().forEach(name -> own.put(name, RulesEntry.read(sources.map(name), needsOf(name))));
        }
        boolean rules = !every.isEmpty() || own.values().stream().anyMatch(some -> !some.isEmpty());
        Pseudonyms pseudonyms = Pseudonyms.under(secret(settings, rules));
        Map<String, PropertyFilter> bySource = new HashMap<>();
        own.forEach((name, some) -> bySource.put(
                name,
                new PropertyFilter(Stream.concat(every.stream(), some.stream()).toList(), needsOf(name), pseudonyms)));
        return new PropertyFilters(bySource, new PropertyFilter(every, all, pseudonyms));
    }

    /** A tool that speaks its own words needs the places of these, and no others. */
    private Needs needsOf(String source) {
        Needs own = needs.getOrDefault(source, Needs.NONE);
        return own.equals(Needs.NONE) ? DoorNeeds.ALL : own;
    }

    /** The secret; something else, which is never used, where there is no rule or its fault is said. */
    private String secret(Function<String, Optional<String>> settings, boolean rules) {
        if (!file.has(SECRET)) {
            if (rules) {
                file.problem(SECRET, "is missing", SECRET_FIX);
            }
            return SECRET;
        }
        String name = file.text(SECRET);
        String secret = settings.apply(name).orElse("");
        // A file that ended with a line break became the secret: its hashes would be nobody else's.
        if (secret.length() < Pseudonyms.SHORTEST_SECRET || !secret.equals(secret.strip())) {
            file.problem(
                    SECRET,
                    "is " + IngestFiles.shown(name) + ", which is not there, too short, or ends in a blank",
                    SECRET_FIX);
            return SECRET;
        }
        return secret;
    }
}
