package io.playcaller.ingest.register.app;

import io.playcaller.ingest.register.Change;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.Proposed;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The same records as {@link Register}, many at once. */
public interface RegisterSets {

    /**
     * Does to each record, one after the other, what {@link Register#put} does; in one transaction: what is stored of them
     * is stored together, or nothing is. What is rehearsed is decided, each record as if it came alone, and nothing stored.
     *
     * @return as many as {@code proposed}, in its order
     */
    Uni<List<Change>> put(List<Proposed> proposed, Origin origin);
}
