package io.playcaller.ingest.source.app;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.config.IngestConfig.BootstrapSource;
import io.playcaller.ingest.source.Environment;
import io.playcaller.ingest.source.KeyRequest;
import io.playcaller.ingest.source.Scope;
import io.playcaller.ingest.source.Source;
import io.playcaller.ingest.source.WriteKey;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Creates at start what the configuration asks for, and the sources that stand for the Kafka doors. */
@ApplicationScoped
public class BootstrapSources {

    private static final String KEY_NAME = "bootstrap";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration KAFKA_QUIET_AFTER = Duration.ofHours(6);

    private final Sources sources;
    private final Map<String, BootstrapSource> wanted;

    public BootstrapSources(Sources sources, IngestConfig config) {
        this.sources = sources;
        this.wanted = config.bootstrap().sources();
    }

    void start(@Observes @Priority(100) StartupEvent started) {
        introduce(Topic.USAGE_EVENTS, Feed.USAGE);
        introduce(Topic.SUPPORT_EVENTS, Feed.SUPPORT);
        wanted.forEach(this::save);
    }

    private void introduce(Topic door, Feed feed) {
        sources.introduce(Source.declared(door.baseName(), Set.of(feed), KAFKA_QUIET_AFTER, null))
                .await()
                .atMost(LIMIT);
    }

    private void save(String name, BootstrapSource source) {
        sources.save(
                        Source.declared(name, source.feeds(), source.quietAfter(), limit(source)),
                        new WriteKey(source.writeKey()),
                        new KeyRequest(name, KEY_NAME, Environment.LIVE, scopes(name, source.scopes()), null))
                .await()
                .atMost(LIMIT);
    }

    private static @Nullable Integer limit(BootstrapSource source) {
        return source.eventsPerSecond().orElse(null);
    }

    private static Set<Scope> scopes(String name, Set<String> words) {
        return words.stream()
                .map(word -> Scope.of(word.strip())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "playcaller.ingest.bootstrap.sources.%s.scopes: expected events or register, got %s"
                                        .formatted(name, word))))
                .collect(Collectors.toUnmodifiableSet());
    }
}
