package io.playcaller.ingest.privacy.app;

import io.playcaller.ingest.privacy.Part;
import io.playcaller.ingest.privacy.Part.After;
import io.playcaller.ingest.privacy.PersonFile;
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
