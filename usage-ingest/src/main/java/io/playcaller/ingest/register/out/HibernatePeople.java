package io.playcaller.ingest.register.out;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.ingest.held.app.HeldReleases;
import io.playcaller.ingest.person.Person;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.person.Profile;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.app.People;
import io.playcaller.outbox.HibernateOutbox;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class HibernatePeople implements People {

    private final Mutiny.SessionFactory sessions;
    private final HibernateOutbox outbox;
    private final RegisterOutbox records;
    private final PersonIndex index;
    private final OutboxRelay relay;
    private final HeldReleases held;

    HibernatePeople(
            Mutiny.SessionFactory sessions,
            HibernateOutbox outbox,
            RegisterOutbox records,
            PersonIndex index,
            OutboxRelay relay,
            HeldReleases held) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.records = records;
        this.index = index;
        this.relay = relay;
        this.held = held;
    }

    @Override
    public Uni<Result> change(String personId, UnaryOperator<Profile> change, OptionalLong seen, Origin origin) {
        if (origin.rehearsed()) {
            return find(personId)
                    .map(found -> found.orElseGet(() -> new Person(personId, 0, Profile.BLANK)))
                    .map(before -> decide(before, change, seen));
        }
        return sessions.withTransaction(
                        session -> locked(session, personId).flatMap(row -> change(session, row, change, seen, origin)))
                .invoke(this::committed)
                .map(Changed::result);
    }

    /** @param moved whether the person has an account that they did not have before */
    private record Changed(Result result, boolean moved) {}

    private Uni<Changed> change(
            Mutiny.Session session, PersonRow row, UnaryOperator<Profile> change, OptionalLong seen, Origin origin) {
        Person before = row.person();
        Result result = decide(before, change, seen);
        if (!(result instanceof Result.Stored stored)) {
            return Uni.createFrom().item(new Changed(result, false));
        }
        Person after = stored.person();
        row.become(after);
        String account = after.profile().accountId();
        boolean moved = account != null && !account.equals(before.profile().accountId());
        return outbox.append(session, said(before, after, origin)).replaceWith(new Changed(result, moved));
    }

    private static Result decide(Person before, UnaryOperator<Profile> change, OptionalLong seen) {
        return seen.isPresent() && seen.getAsLong() != before.version()
                ? new Result.Outdated(before.version(), seen.getAsLong())
                : new Result.Stored(before.becoming(change.apply(before.profile())), before.version());
    }

    private void committed(Changed changed) {
        if (changed.result() instanceof Result.Stored stored) {
            Person person = stored.person();
            index.changed(new PersonRef(person.personId(), person.profile().accountId()), person.version());
            relay.poke();
            if (changed.moved()) {
                held.poke(person.personId());
            }
        }
    }

    private List<OutboxRecord> said(Person before, Person after, Origin origin) {
        List<OutboxRecord> said = new ArrayList<>();
        boolean changed = after.version() != before.version();
        if (changed) {
            said.add(records.person(after.personId(), after.version(), after.record(), origin));
        }
        if (changed || origin.factId() != null) {
            after.contactFacts(before).forEach(fact -> said.add(fact(fact, after, origin)));
        }
        return said;
    }

    /** The account that they are in is told under the event's own id; the one that they left under a derived one. */
    private OutboxRecord fact(ContactChanged fact, Person person, Origin origin) {
        boolean left = !fact.accountId().equals(person.profile().accountId());
        String id = left || origin.factId() == null
                ? Ids.derived("contact", fact.accountId(), fact.personId(), fact.version())
                        .toString()
                : origin.factId();
        return records.fact(id, fact.accountId(), fact, origin);
    }

    @Override
    public Uni<Optional<Person>> find(String personId) {
        return sessions.withSession(session -> session.find(PersonRow.class, UUID.fromString(personId)))
                .map(row -> Optional.ofNullable(row).map(PersonRow::person));
    }

    private static Uni<PersonRow> locked(Mutiny.Session session, String personId) {
        return session.find(PersonRow.class, UUID.fromString(personId), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("a person of the index is not in the store"));
    }
}
