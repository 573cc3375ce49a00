package io.playcaller.ingest.register.app;

import io.playcaller.ingest.person.Edge;
import io.playcaller.ingest.person.Person;
import io.playcaller.ingest.person.PersonChange;
import io.playcaller.ingest.register.Origin;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The person store. */
public interface People {

    /** What a change came to: the person as stored, or the version that the writer should have seen. */
    sealed interface Result {
        /** @param before the version that they had; the same as now when nothing changed */
        record Stored(Person person, long before) implements Result {}

        record Outdated(long stored, long seen) implements Result {}
    }

    /**
     * Changes a person. In one transaction: the person with the accounts that they are of, where nobody says one the claims of
     * their domain asked; their whole on {@code people} when it changed; and for their accounts on {@code customer-events} what
     * these may know. An event's fact is written even when it changes nothing, because each
     * event is in the log once; a PUT's only when something changed. What is rehearsed is decided, and nothing stored.
     */
    Uni<Result> change(String personId, PersonChange change, OptionalLong seen, Origin origin);

    Uni<Optional<Person>> find(String personId);

    /** Which accounts the person is and was of, the newest 1,000 first. */
    Uni<List<Edge.Dated>> edges(String personId);
}
