package io.playcaller.ingest.source.app;

import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.Scope;
import io.playcaller.ingest.source.Source;
import io.playcaller.ingest.source.WriteKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of sources and keys. */
public interface Sources {

    Uni<List<Source>> all();

    /** Creates the source, or changes its feeds and its quiet time, and adds the key if it is new. */
    Uni<Void> save(Source source, WriteKey key, Set<Scope> scopes);

    Uni<Optional<KeyHolder>> holderOf(String keyHash);

    /** Makes sure that a source without a key is known: one that speaks Kafka. */
    Uni<Void> introduce(Source source);

    /** Writes signs of life; an older one never replaces a newer one. */
    Uni<Void> seen(Map<String, Instant> lastSeen);
}
