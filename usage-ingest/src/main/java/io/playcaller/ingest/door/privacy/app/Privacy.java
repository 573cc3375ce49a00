package io.playcaller.ingest.door.privacy.app;

import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.privacy.PropertyFilters;
import io.playcaller.ingest.door.privacy.file.PrivacyFiles;
import io.playcaller.ingest.door.webhook.app.Webhooks;
import io.playcaller.ingest.source.Source;
import io.playcaller.ingest.source.app.Sources;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * What is done to the properties of each source, read at start: with a fault in the file the service does not start, and no
 * event is ever taken without its rules.
 */
@ApplicationScoped
public class Privacy {

    private static final Logger LOG = Logger.getLogger(Privacy.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Sources sources;
    private final PropertyFilters filters;

    Privacy(IngestConfig config, Config settings, Webhooks webhooks, Sources sources) {
        this.sources = sources;
        this.filters = PrivacyFiles.read(
                config.configDir(), name -> settings.getOptionalValue(name, String.class), webhooks.all());
    }

    /** A mistyped name must not go unseen; it is no fault, because a source may be created after its rules. */
    void start(@Observes @Priority(200) StartupEvent started) {
        Set<String> known =
                sources.all().await().atMost(LIMIT).stream().map(Source::name).collect(Collectors.toSet());
        Set<String> strangers = new TreeSet<>(filters.named());
        strangers.removeAll(known);
        if (!strangers.isEmpty()) {
            LOG.warnf("privacy.yaml has rules for sources that are not there: %s", String.join(", ", strangers));
        }
    }

    public PropertyFilter of(String source) {
        return filters.of(source);
    }
}
