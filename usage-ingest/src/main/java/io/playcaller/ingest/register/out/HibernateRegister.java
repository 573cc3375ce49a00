package io.playcaller.ingest.register.out;

import io.playcaller.ingest.register.Change;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.app.Placing;
import io.playcaller.ingest.register.app.Register;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class HibernateRegister implements Register {

    private final Mutiny.SessionFactory sessions;
    private final RegisterWriter writer;
    private final OutboxRelay relay;
    private final Placing placing;

    HibernateRegister(Mutiny.SessionFactory sessions, RegisterWriter writer, OutboxRelay relay, Placing placing) {
        this.sessions = sessions;
        this.writer = writer;
        this.relay = relay;
        this.placing = placing;
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
                .invoke(change -> {
                    relay.poke();
                    if (change instanceof Change.Next next) {
                        placing.poke(List.of(next.entry()));
                    }
                });
    }

    private Uni<Change> put(Mutiny.Session session, Entry proposed, OptionalLong seen, Origin origin) {
        return session.find(RegisterRow.class, proposed.key(), LockModeType.PESSIMISTIC_WRITE)
                .flatMap(row -> {
                    Change change = Change.decide(row == null ? null : entry(row), proposed, seen);
                    return change instanceof Change.Next next
                            ? writer.write(session, row, next.entry(), origin).replaceWith(change)
                            : Uni.createFrom().item(change);
                });
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
