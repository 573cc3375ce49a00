package io.playcaller.ingest.register.out;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.ingest.identity.ClaimedDomains;
import io.playcaller.ingest.identity.MailDomains;
import io.playcaller.ingest.identity.MergedAccounts;
import io.playcaller.ingest.identity.app.MergesInForce;
import io.playcaller.ingest.person.Belonging;
import io.playcaller.ingest.person.Edge;
import io.playcaller.ingest.person.EdgeBy;
import io.playcaller.ingest.person.Person;
import io.playcaller.ingest.person.PersonChange;
import io.playcaller.ingest.person.Word;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.app.People.Result;
import io.playcaller.outbox.HibernateOutbox;
import io.playcaller.outbox.OutboxRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is done to a person in the caller's transaction, which has locked them. */
@ApplicationScoped
class PersonTransaction {

    private static final String OPEN_EDGES =
            "from EdgeRow where personId = :person and endedAt is null order by edgeId desc";
    private static final String CLAIMS = "from RegisterRow record where record.key in :keys";

    private final HibernateOutbox outbox;
    private final RegisterOutbox records;
    private final MailDomains mail;
    private final MergesInForce merges;

    PersonTransaction(HibernateOutbox outbox, RegisterOutbox records, MailDomains mail, MergesInForce merges) {
        this.outbox = outbox;
        this.records = records;
        this.mail = mail;
        this.merges = merges;
    }

    /**
     * @param moved whether events of theirs that name no account have one now, and had not or another before
     */
    record Changed(Result result, boolean moved) {}

    /** Stores what becomes of them, and puts into the outbox what readers and their accounts are told. */
    Uni<Changed> change(Mutiny.Session session, PersonRow row, PersonChange change, OptionalLong seen, Origin origin) {
        return openEdges(session, row.personId).flatMap(edges -> {
            Person before = row.person(edges);
            return decide(session, before, change, seen, origin).flatMap(result -> {
                if (!(result instanceof Result.Stored stored)) {
                    return Uni.createFrom().item(new Changed(result, false));
                }
                Person after = stored.person();
                row.become(after);
                String account = after.profile().accountId();
                boolean moved =
                        account != null && !account.equals(before.profile().accountId());
                return store(session, edges, after, endedBy(change, origin), origin)
                        .chain(() -> outbox.append(session, said(before, after, origin)))
                        .replaceWith(new Changed(result, moved));
            });
        });
    }

    /** What would become of them; {@code row} need not be locked. */
    Uni<Result> foresee(Mutiny.Session session, PersonRow row, PersonChange change, OptionalLong seen, Origin origin) {
        return read(session, row).flatMap(before -> decide(session, before, change, seen, origin));
    }

    /** With the accounts that they are of. */
    Uni<Person> read(Mutiny.Session session, PersonRow row) {
        return openEdges(session, row.personId).map(row::person);
    }

    Uni<Result> decide(Mutiny.Session session, Person before, PersonChange change, OptionalLong seen, Origin origin) {
        if (seen.isPresent() && seen.getAsLong() != before.version()) {
            return Uni.createFrom().item(new Result.Outdated(before.version(), seen.getAsLong()));
        }
        Word word = word(origin);
        Person heard = before.hearing(change, word);
        Uni<ClaimedDomains> claims = heard.isToBePlaced(before)
                ? claims(session, heard, origin)
                : Uni.createFrom().item(ClaimedDomains.NONE);
        return claims.map(
                domains -> new Result.Stored(heard.placed(domains, change, word).after(before), before.version()));
    }

    private static Word word(Origin origin) {
        return new Word(origin.factId() == null ? EdgeBy.REGISTER : EdgeBy.EVENT, origin.source(), origin.receivedAt());
    }

    private static String endedBy(PersonChange change, Origin origin) {
        return change instanceof PersonChange.Left left ? left.by() : origin.source();
    }

    private Uni<ClaimedDomains> claims(Mutiny.Session session, Person person, Origin origin) {
        String email = person.profile().email();
        List<String> keys = email == null ? List.of() : ClaimRows.keys(List.of(email), mail);
        return keys.isEmpty()
                ? Uni.createFrom().item(ClaimedDomains.NONE)
                : session.createSelectionQuery(CLAIMS, RegisterRow.class)
                        .setParameter("keys", keys)
                        .getResultList()
                        .map(rows -> ClaimRows.on(
                                origin.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                                rows.stream()
                                        .map(row -> ClaimRows.claim(row.key, row.record))
                                        .toList()));
    }

    private static Uni<List<EdgeRow>> openEdges(Mutiny.Session session, UUID personId) {
        return session.createSelectionQuery(OPEN_EDGES, EdgeRow.class)
                .setParameter("person", personId)
                .getResultList();
    }

    /** An edge that is not among those any more has ended; one that was not there has begun. */
    private static Uni<Void> store(
            Mutiny.Session session, List<EdgeRow> open, Person after, String endedBy, Origin origin) {
        Belonging belonging = after.belonging();
        List<Edge> begun = new ArrayList<>(belonging.edges());
        for (EdgeRow row : open) {
            if (!begun.remove(row.edge())) {
                row.endedAt = origin.receivedAt();
                row.endedBy = endedBy;
            }
        }
        UUID personId = UUID.fromString(after.personId());
        return session.persistAll(
                begun.stream().map(edge -> EdgeRow.of(personId, edge)).toArray());
    }

    private List<OutboxRecord> said(Person before, Person after, Origin origin) {
        List<OutboxRecord> said = new ArrayList<>();
        boolean changed = after.version() != before.version();
        if (changed) {
            said.add(records.person(after.personId(), after.version(), after.record(), origin));
        }
        MergedAccounts merged = merges.now();
        String theirs = after.profile().accountId();
        String account = theirs == null ? null : merged.of(theirs);
        for (ContactChanged fact : after.contactFacts(before, merged)) {
            boolean ofTheirs = fact.accountId().equals(account);
            if (changed || (ofTheirs && origin.factId() != null)) {
                said.add(records.fact(id(fact, ofTheirs, origin), fact.accountId(), fact, origin));
            }
        }
        return said;
    }

    /** The account where they are is told under the event's own id; all others under a derived one. */
    private static String id(ContactChanged fact, boolean ofTheirs, Origin origin) {
        String own = ofTheirs ? origin.factId() : null;
        return own == null
                ? Ids.derived("contact", fact.accountId(), fact.personId(), fact.version())
                        .toString()
                : own;
    }
}
