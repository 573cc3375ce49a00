package io.playcaller.ingest.event;

import io.playcaller.ingest.catalogue.Signs;
import io.playcaller.ingest.person.ExternalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event is about, as far as the sender says.
 *
 * @param accountId null when it is not said
 * @param people by the sender's ids; the first is who did it
 * @param personIds people whom our own services name by their pseudonymous ids
 * @param signs what shows whether it was one of ours, or a bot
 */
public record Subject(@Nullable String accountId, List<ExternalId> people, List<String> personIds, Signs signs) {

    public Subject {
        people = List.copyOf(people);
        personIds = List.copyOf(personIds);
    }

    /** Without signs. */
    public Subject(@Nullable String accountId, List<ExternalId> people, List<String> personIds) {
        this(accountId, people, personIds, Signs.NONE);
    }

    /** The same with signs. */
    public Subject showing(Signs others) {
        return new Subject(accountId, people, personIds, others);
    }

    /** Who did it, where that is a user; null where it was a browser, or nobody is named. */
    @Nullable
    String userId() {
        return people.isEmpty() || people.get(0).kind() != ExternalId.Kind.USER
                ? null
                : people.get(0).value();
    }

    /** An account, and perhaps a person. */
    public static Subject of(@Nullable String accountId, @Nullable ExternalId person) {
        return new Subject(accountId, person == null ? List.of() : List.of(person), List.of());
    }
}
