package io.playcaller.ingest.person.out;

import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.rehearsal.app.Rehearsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The persons who are known, with their live edges; whoever is not is somebody new each time, and is not made. */
@Rehearsed
@ApplicationScoped
class RehearsedPersons implements PersonIndex {

    private final PersonIndex persons;

    RehearsedPersons(PersonIndex persons) {
        this.persons = persons;
    }

    @Override
    public Uni<Map<ExternalId, PersonRef>> resolve(Collection<ExternalId> ids, Set<ExternalId> edges) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : persons.known(ids).map(known -> withStrangers(known, ids));
    }

    private static Map<ExternalId, PersonRef> withStrangers(
            Map<ExternalId, PersonRef> known, Collection<ExternalId> ids) {
        Map<ExternalId, PersonRef> all = new HashMap<>(known);
        ids.forEach(id -> all.computeIfAbsent(
                id, stranger -> new PersonRef(UUID.randomUUID().toString(), null)));
        return all;
    }

    @Override
    public Uni<Map<ExternalId, PersonRef>> known(Collection<ExternalId> ids) {
        return persons.known(ids);
    }

    @Override
    public Uni<Optional<PersonRef>> find(ExternalId id) {
        return persons.find(id);
    }

    @Override
    public Uni<List<ExternalId>> idsOf(String personId) {
        return persons.idsOf(personId);
    }

    @Override
    public Uni<Void> link(List<ExternalId> aliases, ExternalId id) {
        return Uni.createFrom().voidItem();
    }

    /** Nobody became anything. */
    @Override
    public void changed(PersonRef person, long version) {}

    /** Nobody was erased. */
    @Override
    public void erased(String personId) {}
}
