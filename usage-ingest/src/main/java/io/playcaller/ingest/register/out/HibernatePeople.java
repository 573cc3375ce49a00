package io.playcaller.ingest.register.out;

import io.playcaller.ingest.held.app.HeldReleases;
import io.playcaller.ingest.person.Edge;
import io.playcaller.ingest.person.Person;
import io.playcaller.ingest.person.PersonChange;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.app.People;
import io.playcaller.ingest.register.out.PersonTransaction.Changed;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class HibernatePeople implements People {

    private static final String EDGES = "from EdgeRow where personId = :person order by edgeId desc";
    private static final int MOST_EDGES = 1_000;

    private final Mutiny.SessionFactory sessions;
    private final PersonTransaction transaction;
    private final PersonIndex index;
    private final OutboxRelay relay;
    private final HeldReleases held;

    HibernatePeople(
            Mutiny.SessionFactory sessions,
            PersonTransaction transaction,
            PersonIndex index,
            OutboxRelay relay,
            HeldReleases held) {
        this.sessions = sessions;
        this.transaction = transaction;
        this.index = index;
        this.relay = relay;
        this.held = held;
    }

    @Override
    public Uni<Result> change(String personId, PersonChange change, OptionalLong seen, Origin origin) {
        if (origin.rehearsed()) {
            return sessions.withSession(session -> foresee(session, personId, change, seen, origin));
        }
        return sessions.withTransaction(session -> locked(session, personId)
                        .flatMap(row -> transaction.change(session, row, change, seen, origin)))
                .invoke(this::committed)
                .map(Changed::result);
    }

    private Uni<Result> foresee(
            Mutiny.Session session, String personId, PersonChange change, OptionalLong seen, Origin origin) {
        return session.find(PersonRow.class, UUID.fromString(personId))
                .flatMap(row -> row == null
                        ? transaction.decide(session, Person.unknown(personId), change, seen, origin)
                        : transaction.foresee(session, row, change, seen, origin));
    }

    private void committed(Changed changed) {
        if (changed.result() instanceof Result.Stored stored) {
            Person person = stored.person();
            index.changed(person.ref(), person.version());
            relay.poke();
            if (changed.moved()) {
                held.poke(person.personId());
            }
        }
    }

    @Override
    public Uni<Optional<Person>> find(String personId) {
        return sessions.withSession(session -> session.find(PersonRow.class, UUID.fromString(personId))
                .flatMap(row -> row == null
                        ? Uni.createFrom().item(Optional.<Person>empty())
                        : transaction.read(session, row).map(Optional::of)));
    }

    @Override
    public Uni<List<Edge.Dated>> edges(String personId) {
        return sessions.withSession(session -> session.createSelectionQuery(EDGES, EdgeRow.class)
                .setParameter("person", UUID.fromString(personId))
                .setMaxResults(MOST_EDGES)
                .getResultList()
                .map(rows -> rows.stream().map(EdgeRow::dated).toList()));
    }

    private static Uni<PersonRow> locked(Mutiny.Session session, String personId) {
        return session.find(PersonRow.class, UUID.fromString(personId), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("a person of the index is not in the store"));
    }
}
