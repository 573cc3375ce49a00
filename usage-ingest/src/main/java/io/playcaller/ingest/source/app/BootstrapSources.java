package io.playcaller.ingest.source.app;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.config.IngestConfig.BootstrapSource;
import io.playcaller.ingest.source.Scope;
import io.playcaller.ingest.source.Source;
import io.playcaller.ingest.source.WriteKey;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Creates at start what the configuration asks for, and the sources that stand for the Kafka doors. */
@ApplicationScoped
public class BootstrapSources {

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
        sources.introduce(new Source(door.baseName(), Set.of(feed), KAFKA_QUIET_AFTER, null, null))
                .await()
                .atMost(LIMIT);
    }

    private void save(String name, BootstrapSource source) {
        sources.save(
                        new Source(name, words(source.feeds(), Feed.class), source.quietAfter(), null, null),
                        new WriteKey(source.writeKey()),
                        words(source.scopes(), Scope.class))
                .await()
                .atMost(LIMIT);
    }

    private static <E extends Enum<E>> Set<E> words(Set<String> words, Class<E> type) {
        return words.stream()
                .map(word -> Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
