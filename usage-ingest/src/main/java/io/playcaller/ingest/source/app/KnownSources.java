package io.playcaller.ingest.source.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.source.Source;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All sources by name, some seconds old at most. */
@ApplicationScoped
public class KnownSources {

    private static final String ALL = "all";

    private final Sources sources;
    private final Cache<String, Map<String, Source>> cache;

    public KnownSources(Sources sources, IngestConfig config) {
        this.sources = sources;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(config.sourcesCachedFor())
                .build();
    }

    public Uni<Set<String>> names() {
        return all().map(Map::keySet);
    }

    /** Empty when there is none of this name. */
    public Uni<Optional<Source>> find(String name) {
        return all().map(known -> Optional.ofNullable(known.get(name)));
    }

    private Uni<Map<String, Source>> all() {
        Map<String, Source> known = cache.getIfPresent(ALL);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return sources.all()
                .map(all -> all.stream().collect(Collectors.toUnmodifiableMap(Source::name, Function.identity())))
                .invoke(byName -> cache.put(ALL, byName));
    }
}
