package io.playcaller.ingest.door.webhook.app;

import io.playcaller.contracts.Topic;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.webhook.SharedSource;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.door.webhook.WebhookReader;
import io.playcaller.ingest.door.webhook.file.Surroundings;
import io.playcaller.ingest.door.webhook.file.WebhookFiles;
import io.playcaller.ingest.source.app.Keys;
import io.playcaller.ingest.source.app.Sources;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** The webhooks that the file names, read at start: with a fault in it the service does not start. */
@ApplicationScoped
public class Webhooks {

    private static final Logger LOG = Logger.getLogger(Webhooks.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Sources sources;
    private final Keys keys;
    private final Map<String, Webhook> byName;

    Webhooks(IngestConfig config, Config settings, Sources sources, Keys keys) {
        this.sources = sources;
        this.keys = keys;
        this.byName = WebhookFiles.read(
                config.configDir(),
                new Surroundings(
                        name -> settings.getOptionalValue(name, String.class),
                        configured(config),
                        config.limits().eventBytes(),
                        config.limits().batchBytes()));
    }

    private static Set<String> configured(IngestConfig config) {
        Set<String> names = new HashSet<>(config.bootstrap().sources().keySet());
        names.add(Topic.USAGE_EVENTS.baseName());
        names.add(Topic.SUPPORT_EVENTS.baseName());
        return names;
    }

    /** Makes their sources known, as {@code PUT /v1/sources} may change them later. */
    void start(@Observes @Priority(100) StartupEvent started) {
        byName.values().stream()
                .flatMap(webhook -> Optional.ofNullable(webhook.own()).stream())
                .forEach(source -> sources.introduce(source).await().atMost(LIMIT));
        if (!byName.isEmpty()) {
            SharedSource.among(byName.values(), keys.all().await().atMost(LIMIT))
                    .forEach(shared -> LOG.warnf(
                            "source %s is a webhook and has write keys, too (%s): what both send counts as one source's",
                            shared.name(), String.join(", ", shared.keys())));
        }
    }

    public Optional<Webhook> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<Webhook> all() {
        return byName.values();
    }

    /** Of a webhook by its name; empty when there is no such any more. */
    public Optional<WebhookReader> reader(String name) {
        return find(name).map(Webhook::reader);
    }
}
