package io.playcaller.ingest.register.out;

import io.playcaller.ingest.register.Change;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.app.Register;
import io.playcaller.outbox.HibernateOutbox;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class HibernateRegister implements Register {

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
        written.record = StoredRecord.write(entry);
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
        return StoredRecord.read(row.key, row.record);
    }
}
