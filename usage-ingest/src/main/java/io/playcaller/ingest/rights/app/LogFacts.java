package io.playcaller.ingest.rights.app;

import io.playcaller.ingest.rights.LogPosition;
import io.playcaller.ingest.rights.Part;
import io.playcaller.ingest.rights.PersonFile;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The facts of the log that name a person by their random id. */
public interface LogFacts {

    /**
     * At most {@code limit} of those in the partitions of the accounts to which they belong now, the oldest first, and what is
     * found within some seconds: a part may be empty, and yet not the last.
     *
     * @param from null for the beginning
     */
    Uni<Part> of(PersonFile person, @Nullable LogPosition from, int limit);
}
