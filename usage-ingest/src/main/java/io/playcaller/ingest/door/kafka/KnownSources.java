package io.playcaller.ingest.door.kafka;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.source.Source;
import io.playcaller.ingest.source.app.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of all sources, some seconds old at most. */
@ApplicationScoped
class KnownSources {

    private static final String ALL = "all";

    private final Sources sources;
    private final Cache<String, Set<String>> cache;

    KnownSources(Sources sources, IngestConfig config) {
        this.sources = sources;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(config.sourcesCachedFor())
                .build();
    }

    Uni<Set<String>> names() {
        Set<String> known = cache.getIfPresent(ALL);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return sources.all()
                .map(all -> all.stream().map(Source::name).collect(Collectors.toUnmodifiableSet()))
                .invoke(names -> cache.put(ALL, names));
    }
}
