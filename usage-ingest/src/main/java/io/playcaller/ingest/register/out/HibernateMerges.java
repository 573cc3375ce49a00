package io.playcaller.ingest.register.out;

import io.playcaller.contracts.RegisterKey;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.MergeLink;
import io.playcaller.ingest.identity.app.MergesInForce;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.Merge;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.app.AccountMerges;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class HibernateMerges implements AccountMerges {

    /** Of two who merge a chain into a circle, the second sees what the first did. Readers do not wait. */
    private static final String ONE_AT_A_TIME = "lock table account_merge in share row exclusive mode";

    private static final String IN_FORCE = "from MergeRow where undoneAt is null";
    private static final String OF_ACCOUNT = "from MergeRow where accountId = :account order by mergeId desc";

    private final Mutiny.SessionFactory sessions;
    private final RegisterWriter writer;
    private final MergesInForce inForce;
    private final OutboxRelay relay;

    HibernateMerges(Mutiny.SessionFactory sessions, RegisterWriter writer, MergesInForce inForce, OutboxRelay relay) {
        this.sessions = sessions;
        this.writer = writer;
        this.inForce = inForce;
        this.relay = relay;
    }

    @Override
    public Uni<Result> merge(String accountId, String into, String reason, String by, Origin origin) {
        Merge wanted = new Merge(accountId, into, reason, origin.receivedAt(), by, null, null);
        return changing(session -> merges(session).flatMap(merges -> {
            Optional<Refusal> refusal = Merge.refusal(accountId, into, byAccount(merges));
            return refusal.isPresent()
                    ? Uni.createFrom().item(new Result.Refused(refusal.get()))
                    : merge(session, merges, wanted, origin);
        }));
    }

    /**
     * The other account is not locked: nothing of it changes, none leaves the register, and who writes a set of accounts locks
     * them in the order of their keys.
     */
    private Uni<Result> merge(Mutiny.Session session, List<MergeRow> merges, Merge wanted, Origin origin) {
        return account(session, wanted.into(), LockModeType.NONE)
                .flatMap(target -> account(session, wanted.accountId()).flatMap(row -> {
                    if (row.isEmpty() || target.isEmpty()) {
                        String missing = row.isEmpty() ? wanted.accountId() : wanted.into();
                        return Uni.createFrom().item(new Result.Unknown("account", missing));
                    }
                    return find(merges, wanted.accountId())
                            .map(merge -> saying(session, row.get(), merge, origin))
                            .orElseGet(() -> session.persist(MergeRow.of(wanted))
                                    .chain(() -> write(
                                            session,
                                            row.get(),
                                            new MergeLink(wanted.into(), wanted.mergedAt(), null),
                                            origin)));
                }));
    }

    /** A replica of a version that knew no merges wrote the account without it; else nothing changes. */
    private Uni<Result> saying(Mutiny.Session session, RegisterRow row, MergeRow merge, Origin origin) {
        Entry stored = entry(row);
        return stored.isMergedInto(merge.into)
                ? Uni.createFrom().item(done(stored))
                : write(session, row, new MergeLink(merge.into, merge.mergedAt, null), origin);
    }

    @Override
    public Uni<Result> undo(String accountId, String by, Origin origin) {
        return changing(session -> merges(session).flatMap(merges -> {
            Optional<MergeRow> found = find(merges, accountId);
            if (found.isEmpty()) {
                return Uni.createFrom().item(new Result.Unknown("merge of account", accountId));
            }
            MergeRow merge = found.get();
            merge.undoneAt = origin.receivedAt();
            merge.undoneBy = by;
            MergeLink over = new MergeLink(merge.into, merge.mergedAt, merge.undoneAt);
            return account(session, accountId).flatMap(row -> write(session, row.orElseThrow(), over, origin));
        }));
    }

    @Override
    public Uni<List<Merge>> of(String accountId) {
        return sessions.withSession(session -> session.createSelectionQuery(OF_ACCOUNT, MergeRow.class)
                .setParameter("account", accountId)
                .getResultList()
                .map(rows -> rows.stream().map(MergeRow::merge).toList()));
    }

    private Uni<Result> changing(Function<Mutiny.Session, Uni<Result>> change) {
        return sessions.withTransaction(session ->
                        session.createNativeQuery(ONE_AT_A_TIME).executeUpdate().chain(() -> change.apply(session)))
                .call(result -> result instanceof Result.Done
                        ? inForce.read()
                        : Uni.createFrom().voidItem())
                .invoke(result -> relay.poke());
    }

    private Uni<Result> write(Mutiny.Session session, RegisterRow row, MergeLink link, Origin origin) {
        Entry next = entry(row).merged(link);
        return writer.write(session, row, next, origin).replaceWith(done(next));
    }

    private static Uni<List<MergeRow>> merges(Mutiny.Session session) {
        return session.createSelectionQuery(IN_FORCE, MergeRow.class).getResultList();
    }

    private static Optional<MergeRow> find(List<MergeRow> merges, String accountId) {
        return merges.stream()
                .filter(merge -> merge.accountId.equals(accountId))
                .findFirst();
    }

    private static Map<String, String> byAccount(List<MergeRow> merges) {
        return merges.stream().collect(Collectors.toMap(merge -> merge.accountId, merge -> merge.into));
    }

    private static Uni<Optional<RegisterRow>> account(Mutiny.Session session, String accountId) {
        return account(session, accountId, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Uni<Optional<RegisterRow>> account(Mutiny.Session session, String accountId, LockModeType lock) {
        return session.find(RegisterRow.class, RegisterKey.account(accountId), lock)
                .map(Optional::ofNullable);
    }

    private static Entry entry(RegisterRow row) {
        return StoredRecord.read(row.key, row.record);
    }

    private static Result done(Entry entry) {
        return new Result.Done((AccountRecord) entry.record());
    }
}
