package io.playcaller.ingest.rights.app;

import io.playcaller.ingest.rights.Part;
import io.playcaller.ingest.rights.Part.After;
import io.playcaller.ingest.rights.PersonFile;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Everything that the tables hold about a person. */
public interface Holdings {

    /** Empty when there is no such person. */
    Uni<Optional<PersonFile>> file(UUID personId);

    /** At most {@code limit} things, and of several no more than some megabytes. */
    Uni<Part> of(PersonFile person, After after, int limit);
}
