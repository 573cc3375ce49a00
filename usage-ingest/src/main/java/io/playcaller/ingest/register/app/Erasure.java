package io.playcaller.ingest.register.app;

import io.playcaller.ingest.letter.PersonHash;
import io.playcaller.ingest.letter.app.Letters;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.Person;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.register.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Forgets a person: first the dead letters and the events in the holding area that name them, then the person, whose ids are
 * what these are found by. A crash between the two leaves a person who can be erased again.
 */
@ApplicationScoped
public class Erasure {

    private final People people;
    private final PersonIndex index;
    private final Letters letters;

    Erasure(People people, PersonIndex index, Letters letters) {
        this.people = people;
        this.index = index;
        this.letters = letters;
    }

    public Uni<Void> erase(String personId, Origin origin) {
        return index.idsOf(personId)
                .flatMap(ids -> people.find(personId).map(person -> hashes(personId, ids, person)))
                .flatMap(letters::forget)
                .chain(() -> people.erase(personId, origin));
    }

    private static Set<String> hashes(String personId, List<ExternalId> ids, Optional<Person> person) {
        Stream<String> address = person.map(known -> known.profile().email()).stream();
        return Stream.of(Stream.of(personId), ids.stream().map(ExternalId::value), address)
                .flatMap(names -> names)
                .map(PersonHash::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
