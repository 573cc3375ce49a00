package io.playcaller.ingest.door.webhook.app;

import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.door.webhook.WebhookReader;
import io.playcaller.ingest.door.webhook.file.WebhookFiles;
import io.playcaller.ingest.source.app.Sources;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The webhooks that the file names, read at start: with a fault in it the service does not start. */
@ApplicationScoped
public class Webhooks {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Sources sources;
    private final Map<String, Webhook> byName;

    Webhooks(IngestConfig config, Config settings, Sources sources) {
        this.sources = sources;
        this.byName = WebhookFiles.read(
                config.configDir(),
                name -> settings.getOptionalValue(name, String.class),
                config.limits().eventBytes());
    }

    /** Makes their sources known, as {@code PUT /v1/sources} may change them later. */
    void start(@Observes @Priority(100) StartupEvent started) {
        byName.values().stream()
                .flatMap(webhook -> Optional.ofNullable(webhook.own()).stream())
                .forEach(source -> sources.introduce(source).await().atMost(LIMIT));
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
