package io.playcaller.ingest.event;

import io.playcaller.ingest.person.ExternalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event is about, as far as the sender says.
 *
 * @param accountId null when it is not said
 * @param people by the sender's ids; the first is who did it
 * @param personIds people whom our own services name by their pseudonymous ids
 */
public record Subject(@Nullable String accountId, List<ExternalId> people, List<String> personIds) {

    public Subject {
        people = List.copyOf(people);
        personIds = List.copyOf(personIds);
    }

    /** An account, and perhaps a person. */
    public static Subject of(@Nullable String accountId, @Nullable ExternalId person) {
        return new Subject(accountId, person == null ? List.of() : List.of(person), List.of());
    }
}
