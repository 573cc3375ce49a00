package io.playcaller.ingest.source.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.WriteKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Whom a key belongs to, from a cache of hashes; a wrong key is remembered too, so that guessing does not reach the table.
 * What the cache knows is believed for {@code sources-cached-for}: that long a key that was revoked, or whose time is over,
 * may still open on other replicas.
 */
@ApplicationScoped
public class WriteKeys {

    private static final long REMEMBERED = 10_000;

    private final Keys keys;
    private final Cache<String, Optional<KeyHolder>> cache;

    public WriteKeys(Keys keys, IngestConfig config) {
        this.keys = keys;
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
        return keys.holderOf(hash).invoke(holder -> cache.put(hash, holder));
    }

    /** After keys changed here. */
    public void forgetAll() {
        cache.invalidateAll();
    }
}
