package io.playcaller.ingest.source.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.WriteKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whom a key belongs to, from a cache of hashes; a wrong key is remembered too, so that guessing does not reach the table. */
@ApplicationScoped
public class WriteKeys {

    private static final long REMEMBERED = 10_000;

    private final Sources sources;
    private final Cache<String, Optional<KeyHolder>> cache;

    public WriteKeys(Sources sources, IngestConfig config) {
        this.sources = sources;
        this.cache = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(config.sourcesCachedFor())
                .build();
    }

    /** Empty when nobody holds it. */
    public Uni<Optional<KeyHolder>> holderOf(WriteKey key) {
        String hash = key.hash();
        Optional<KeyHolder> known = cache.getIfPresent(hash);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return sources.holderOf(hash).invoke(holder -> cache.put(hash, holder));
    }

    /** After a key was made here: it works at once. */
    public void forget(WriteKey key) {
        cache.invalidate(key.hash());
    }
}
