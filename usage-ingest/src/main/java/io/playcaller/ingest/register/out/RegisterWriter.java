package io.playcaller.ingest.register.out;

import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.Origin;
import io.playcaller.outbox.HibernateOutbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes a version of a record with its outbox rows, in the caller's transaction. */
@ApplicationScoped
class RegisterWriter {

    private final HibernateOutbox outbox;
    private final RegisterOutbox records;

    RegisterWriter(HibernateOutbox outbox, RegisterOutbox records) {
        this.outbox = outbox;
        this.records = records;
    }

    /** @param row locked; null for the first version */
    Uni<Void> write(Mutiny.Session session, @Nullable RegisterRow row, Entry entry, Origin origin) {
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
}
