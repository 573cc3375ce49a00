package io.playcaller.ingest.rights.app;

import io.playcaller.ingest.rights.Standing;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** What the broker says of its topics. */
public interface Standings {

    /**
     * How long topics keep what is in them, and the ends of those partitions of {@code people} that the keys belong to: what
     * was stored under them before this question stands before these ends. Fails when the broker does not answer.
     */
    Uni<Standing> of(Set<String> keys);
}
