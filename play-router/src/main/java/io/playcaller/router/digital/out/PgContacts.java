package io.playcaller.router.digital.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.register.PersonRecord;
import io.playcaller.router.digital.Contact;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * People of customers by their random id: of which account they are, whether they may be written to, where, and when they were. Several
 * ids with one address are one mailbox: what is sent there, refused or came back counts for all of them.
 */
@ApplicationScoped
public class PgContacts {

    private static final String PEOPLE = """
            insert into contact (person_id, version, account_id, may_contact, name, email)
            select * from unnest($1::text[], $2::bigint[], $3::text[], $4::boolean[], $5::text[], $6::text[])
                as t (person_id, version, account_id, may_contact, name, email)
            order by person_id
            on conflict (person_id) do update set
                version = excluded.version, account_id = excluded.account_id, may_contact = excluded.may_contact,
                name = excluded.name, email = excluded.email,
                bounced_at = case when lower(contact.email) = lower(excluded.email) then contact.bounced_at end
            where contact.version < excluded.version""";

    private static final List<String> FORGET = List.of(
            "delete from contact_message where person_id = any($1)",
            "delete from contact_refusal where person_id = any($1)",
            "delete from contact where person_id = any($1)");

    /** In one order for all who lock, so that nobody waits for somebody who waits. */
    private static final String LOCK = """
            select 1 from contact
            where person_id in (
                select unnest($1::text[])
                union
                select same.person_id from contact as one join contact as same on lower(same.email) = lower(one.email)
                where one.person_id = any($1))
            order by person_id for update""";

    private static final String ACCOUNT_OF =
            "select account_id from contact where person_id = $1 and account_id is not null";

    /**
     * A risk that one of ours works on: an open task of the account that is about a risk, and not the digital team's. A severe ticket: one
     * of severity 1 from its opening on, which health-service says at once, and any that has been open for long enough to be a signal.
     */
    private static final String FIND = """
            select contact.may_contact,
                   exists (select 1 from contact_refusal as refusal
                           where refusal.person_id = contact.person_id or refusal.email = lower(contact.email)),
                   contact.account_id,
                   account.zone,
                   array(select message.sent_at
                         from contact as same join contact_message as message on message.person_id = same.person_id
                         where (same.person_id = contact.person_id or lower(same.email) = lower(contact.email))
                           and message.sent_at > $2 and ($3::uuid is null or message.message_id <> $3)
                         order by message.sent_at desc),
                   exists (select 1 from task
                           where task.account_id = contact.account_id and task.open
                             and task.role is distinct from 'digital-csm'
                             and task.body #>> '{signal,kind}' = 'risk'),
                   account.severe_since is not null or exists (select 1 from signal
                           where signal.account_id = contact.account_id and signal.open
                             and signal.body ->> 'reason' = 'sup.severe_open')
            from contact left join account on account.account_id = contact.account_id
            where contact.person_id = $1""";

    /** A message that is sent again counts from then. */
    private static final String WRITTEN = """
            insert into contact_message (message_id, person_id, template, sent_at) values ($1, $2, $3, $4)
            on conflict (message_id) do update set sent_at = excluded.sent_at""";

    /** Those who may be written to and have an address, one for each mailbox: of each account the first fifty by their ids. */
    private static final String ADDRESSEES = """
            select account_id, person_id
            from (select account_id, person_id, row_number() over (partition by account_id order by person_id) as place
                  from (select distinct on (account_id, lower(email)) account_id, person_id
                        from contact where account_id = any($1) and may_contact and email is not null
                        order by account_id, lower(email), person_id) as mailbox) as each
            where place <= 50 order by account_id, person_id""";

    private static final String BOUNCED = "update contact set bounced_at = $2 where lower(email) = lower($1)";

    /**
     * All who have the mailbox refuse, and whoever gets it later: one of them may be forgotten, or move. Of a person who was forgotten
     * nothing is kept.
     */
    private static final String REFUSE = """
            insert into contact_refusal (person_id, refused_at, email)
            select same.person_id, $2::timestamptz, lower(same.email)
            from contact as one join contact as same
                on same.person_id = one.person_id or lower(same.email) = lower(one.email)
            where one.person_id = $1
            on conflict (person_id) do update set email = coalesce(excluded.email, contact_refusal.email)""";

    /** Writes people, each once. */
    public Uni<Void> people(Transaction tx, Collection<PersonRecord> people) {
        Tuple rows = Tuple.of(
                Columns.of(people, PersonRecord::personId, String[]::new),
                Columns.of(people, PersonRecord::version, Long[]::new),
                Columns.of(people, PersonRecord::accountId, String[]::new),
                Columns.of(people, PersonRecord::mayContact, Boolean[]::new),
                Columns.of(people, person -> ifMayContact(person, person.name()), String[]::new),
                Columns.of(people, person -> ifMayContact(person, person.email()), String[]::new));
        return people.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection().preparedQuery(PEOPLE).execute(rows).replaceWithVoid();
    }

    /** Who may not be written to is not named here. */
    private static @Nullable String ifMayContact(PersonRecord person, @Nullable String value) {
        return person.mayContact() && value != null && !value.isBlank() ? value.strip() : null;
    }

    /** Ids of people who may be written to and have an address, one of each mailbox, by account; fifty of each at most. */
    public Uni<Map<String, List<String>>> addressees(Transaction tx, Collection<String> accounts) {
        return tx.connection()
                .preparedQuery(ADDRESSEES)
                .execute(Tuple.of((Object) accounts.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<String>> people = new HashMap<>();
                    rows.forEach(row -> people.computeIfAbsent(row.getString(0), any -> new ArrayList<>())
                            .add(row.getString(1)));
                    return people;
                });
    }

    /** An address took no mail, whoever has it. */
    public Uni<Void> bounced(Transaction tx, String email) {
        return tx.connection()
                .preparedQuery(BOUNCED)
                .execute(Tuple.of(email, utc(tx.now())))
                .replaceWithVoid();
    }

    /** Forgets people: all that stands here of them. */
    public Uni<Void> forget(Transaction tx, Collection<String> personIds) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String statement : FORGET) {
            done = done.chain(() -> tx.connection()
                    .preparedQuery(statement)
                    .execute(Tuple.of((Object) personIds.toArray(String[]::new)))
                    .replaceWithVoid());
        }
        return done;
    }

    /** Holds people, and who shares a mailbox with them, until the transaction ends: of two who ask at once one gets the last message. */
    public Uni<Void> lock(Transaction tx, Collection<String> personIds) {
        return personIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(LOCK)
                        .execute(Tuple.of((Object) personIds.toArray(String[]::new)))
                        .replaceWithVoid();
    }

    /** Of which account somebody is; empty where nobody knows. */
    public Uni<Optional<String>> accountOf(Transaction tx, String personId) {
        return tx.connection()
                .preparedQuery(ACCOUNT_OF)
                .execute(Tuple.of(personId))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(row.next().getString(0)) : Optional.empty();
                });
    }

    /**
     * What is known of a person; empty for somebody who is not known here.
     *
     * @param since messages that were sent before do not count
     * @param without a message that does not count either; null for none
     */
    public Uni<Optional<Contact>> find(Transaction tx, String personId, Instant since, @Nullable UUID without) {
        return tx.connection()
                .preparedQuery(FIND)
                .execute(Tuple.of(personId, utc(since), without))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(contact(row.next())) : Optional.empty();
                });
    }

    /** Writes down that a person is written to now. */
    public Uni<Void> written(Transaction tx, UUID messageId, String personId, String template) {
        return tx.connection()
                .preparedQuery(WRITTEN)
                .execute(Tuple.of(messageId, personId, template, utc(tx.now())))
                .replaceWithVoid();
    }

    /** Writes down that a person refuses, and with them their mailbox; once, whenever it is said. */
    public Uni<Void> refuse(Transaction tx, String personId) {
        return tx.connection()
                .preparedQuery(REFUSE)
                .execute(Tuple.of(personId, utc(tx.now())))
                .replaceWithVoid();
    }

    private static Contact contact(Row row) {
        return new Contact(
                row.getBoolean(0),
                row.getBoolean(1),
                row.getString(2),
                zone(row.getString(3)),
                Stream.of(row.getArrayOfOffsetDateTimes(4))
                        .map(OffsetDateTime::toInstant)
                        .toList(),
                row.getBoolean(5),
                row.getBoolean(6));
    }

    private static ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
