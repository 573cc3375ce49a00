package io.playcaller.ingest.door.webhook.file;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.ingest.config.IngestFiles;
import io.playcaller.ingest.door.webhook.Webhook;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code webhooks.yaml}: the one of a directory, or the one that ships, which names none. */
public final class WebhookFiles {

    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,62}";

    private WebhookFiles() {}

    /**
     * Reads and checks it.
     *
     * @return by name
     * @throws io.playcaller.chassis.yaml.ConfigException listing every fault
     */
    public static Map<String, Webhook> read(Optional<Path> directory, Surroundings surroundings) {
        return IngestFiles.read(directory, IngestFiles.WEBHOOKS, file -> webhooks(file, surroundings));
    }

    private static Map<String, Webhook> webhooks(YamlMap file, Surroundings surroundings) {
        YamlMap entries = file.map("webhooks");
        Map<String, Webhook> webhooks = new TreeMap<>();
        for (String name : entries.keys()) {
            if (!name.matches(NAME)) {
                entries.problem(name, "is no name of a source", "write lower-case letters, digits, . _ and -");
            }
            new WebhookEntry(name, entries.map(name), surroundings)
                    .read()
                    .filter(webhook -> speaksForItself(webhook, entries, surroundings))
                    .ifPresent(webhook -> webhooks.put(name, webhook));
        }
        return Map.copyOf(webhooks);
    }

    /** Under the name of another source its events would be counted as that one's, and against its rate, in silence. */
    private static boolean speaksForItself(Webhook webhook, YamlMap entries, Surroundings surroundings) {
        boolean taken = webhook.own() != null && surroundings.otherSources().contains(webhook.name());
        if (taken) {
            entries.problem(
                    webhook.name(),
                    "is the name of a source that somebody else speaks for",
                    "give it another name; a destination that brings its events says `repeats: " + webhook.name()
                            + "`");
        }
        return !taken;
    }
}
