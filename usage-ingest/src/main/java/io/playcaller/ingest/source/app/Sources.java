package io.playcaller.ingest.source.app;

import io.playcaller.ingest.source.KeyRequest;
import io.playcaller.ingest.source.Source;
import io.playcaller.ingest.source.WriteKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The table of sources. */
public interface Sources {

    Uni<List<Source>> all();

    /** Creates the source, or changes what is said of it, and issues the key unless it was once issued. */
    Uni<Void> save(Source source, WriteKey key, KeyRequest request);

    /** Changes what is said of the source; false when there is none of this name. */
    Uni<Boolean> change(Source source);

    /** Makes sure that a source without a key is known: one that speaks Kafka. */
    Uni<Void> introduce(Source source);

    /** Writes signs of life; an older one never replaces a newer one. */
    Uni<Void> seen(Map<String, Instant> lastSeen);
}
