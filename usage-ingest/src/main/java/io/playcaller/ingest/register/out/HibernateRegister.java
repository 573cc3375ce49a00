package io.playcaller.ingest.register.out;

import io.playcaller.contracts.RegisterKey;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.ingest.register.Change;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.app.Register;
import io.playcaller.outbox.HibernateOutbox;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class HibernateRegister implements Register {

    private static final Map<String, Class<? extends Record>> RECORDS = Map.of(
            RegisterKey.account(""), AccountRecord.class,
            RegisterKey.contract(""), ContractRecord.class,
            RegisterKey.owners(""), OwnersRecord.class,
            RegisterKey.invoice(""), InvoiceChanged.class);

    private final Mutiny.SessionFactory sessions;
    private final HibernateOutbox outbox;
    private final RegisterOutbox records;
    private final OutboxRelay relay;

    HibernateRegister(
            Mutiny.SessionFactory sessions, HibernateOutbox outbox, RegisterOutbox records, OutboxRelay relay) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.records = records;
        this.relay = relay;
    }

    /** Two first writers of one record cannot lock what is not there: the second meets the first's row, and tries again. */
    @Override
    public Uni<Change> put(Entry proposed, OptionalLong seen, Origin origin) {
        if (origin.rehearsed()) {
            return find(proposed.key()).map(stored -> Change.decide(stored.orElse(null), proposed, seen));
        }
        return sessions.withTransaction(session -> put(session, proposed, seen, origin))
                .onFailure(ConstraintViolationException.class)
                .retry()
                .atMost(1)
                .invoke(change -> relay.poke());
    }

    private Uni<Change> put(Mutiny.Session session, Entry proposed, OptionalLong seen, Origin origin) {
        return session.find(RegisterRow.class, proposed.key(), LockModeType.PESSIMISTIC_WRITE)
                .flatMap(row -> {
                    Change change = Change.decide(row == null ? null : entry(row), proposed, seen);
                    return change instanceof Change.Next next
                            ? write(session, row, next.entry(), origin).replaceWith(change)
                            : Uni.createFrom().item(change);
                });
    }

    private Uni<Void> write(Mutiny.Session session, @Nullable RegisterRow row, Entry entry, Origin origin) {
        RegisterRow written = row == null ? new RegisterRow() : row;
        written.key = entry.key();
        written.accountId = entry.accountId();
        written.version = entry.version();
        written.record = new String(WireJson.write(entry.record()), StandardCharsets.UTF_8);
        written.changedAt = origin.receivedAt();
        Uni<Void> stored = row == null ? session.persist(written) : session.flush();
        return stored.chain(
                () -> outbox.append(session, List.of(records.whole(entry, origin), records.fact(entry, origin))));
    }

    @Override
    public Uni<Optional<Entry>> find(String key) {
        return sessions.withSession(session -> session.find(RegisterRow.class, key))
                .map(row -> Optional.ofNullable(row).map(HibernateRegister::entry));
    }

    private static Entry entry(RegisterRow row) {
        String kind = row.key.substring(0, row.key.indexOf('/') + 1);
        Class<? extends Record> type = RECORDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("the register has a row of unknown kind: " + row.key);
        }
        return Entry.of(WireJson.read(row.record.getBytes(StandardCharsets.UTF_8), type));
    }
}
