package io.playcaller.ingest.bulk.app;

import io.playcaller.ingest.bulk.KeptMapping;
import io.playcaller.ingest.config.FixedLimits;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The mappings that uploads may name. */
public interface Mappings {

    /**
     * Stores it, in the place of an earlier one of its name.
     *
     * @return false when there are {@link FixedLimits#MAPPINGS} others
     */
    Uni<Boolean> put(KeptMapping mapping);

    Uni<Optional<KeptMapping>> find(String name);

    /** By name. */
    Uni<List<KeptMapping>> all();

    /** @return whether there was one */
    Uni<Boolean> delete(String name);
}
