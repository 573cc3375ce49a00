package io.playcaller.router.tier.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.register.Owner;
import io.playcaller.router.account.out.PgAccounts.HealthCopy;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.tier.TierChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Accounts in another tier, one row an account. Who has it keeps it through a second change: {@code former} stays. */
@ApplicationScoped
public class PgTierChanges {

    private static final String NOTE = """
            insert into tier_change (account_id, rev, former, tier, since, profile)
            select account_id, rev, former, tier, $6::timestamptz, profile::jsonb
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[])
                as t (account_id, rev, former, tier, profile)
            order by account_id
            on conflict (account_id) do update set
                rev = excluded.rev, tier = excluded.tier, since = excluded.since, profile = excluded.profile""";

    private static final String BACK = "delete from tier_change where account_id = any($1) and tier = former";

    /** A run that gave up says nothing: nobody did. */
    private static final String ALL = """
            select change.account_id, change.rev, change.former, change.since, change.profile::text,
                   account.name, account.zone, account.owners::text, account.version, account.owners_version,
                   array(select distinct hand_over.role from hand_over
                         where hand_over.account_id = change.account_id
                           and hand_over.state in ('accepted', 'effective')
                           and (hand_over.body ->> 'answeredAt')::timestamptz >= change.since),
                   account.merged_into is not null or exists (
                       select 1 from finding
                       join signal on signal.episode_id = finding.episode_id
                       join task on task.task_id = signal.task_id
                       join play_run on play_run.play_run_id = task.play_run_id
                       where finding.key = 'tier/' || change.account_id || '/' || change.rev
                         and play_run.ended_at is not null and play_run.outcome is distinct from 'EXPIRED')
            from tier_change as change join account on account.account_id = change.account_id
            order by change.account_id""";

    /** One that another holds, or that became another meanwhile, is left for the next time. */
    private static final String FORGET = """
            delete from tier_change where account_id in (
                select change.account_id
                from unnest($1::text[], $2::bigint[]) as done (account_id, rev)
                join tier_change as change on change.account_id = done.account_id and change.rev = done.rev
                for update of change skip locked)""";

    /**
     * Keeps which accounts are in another tier now; not those that are in the tier again whose people still have them.
     *
     * @param formerTiers by account
     */
    public Uni<Void> note(Transaction tx, Collection<HealthCopy> health, Map<String, String> formerTiers) {
        List<HealthCopy> moved = health.stream()
                .filter(copy -> formerTiers.containsKey(copy.health().accountId()))
                .toList();
        if (moved.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] ids = Columns.of(moved, copy -> copy.health().accountId(), String[]::new);
        Tuple rows = Tuple.tuple()
                .addArrayOfString(ids)
                .addArrayOfLong(Columns.of(moved, HealthCopy::rev, Long[]::new))
                .addArrayOfString(
                        Columns.of(moved, copy -> formerTiers.get(copy.health().accountId()), String[]::new))
                .addArrayOfString(
                        Columns.of(moved, copy -> copy.health().profile().tier(), String[]::new))
                .addArrayOfString(
                        Columns.of(moved, copy -> Columns.json(copy.health().profile()), String[]::new))
                .addOffsetDateTime(utc(tx.now()));
        return tx.connection()
                .preparedQuery(NOTE)
                .execute(rows)
                .chain(() -> tx.connection().preparedQuery(BACK).execute(Tuple.of((Object) ids)))
                .replaceWithVoid();
    }

    /** All that are not forgotten. */
    public Uni<List<TierChange>> all(Transaction tx) {
        return tx.connection().query(ALL).execute().map(rows -> {
            List<TierChange> all = new ArrayList<>();
            rows.forEach(row -> all.add(change(row)));
            return all;
        });
    }

    public Uni<Void> forget(Transaction tx, Collection<TierChange> settled) {
        return settled.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(FORGET)
                        .execute(Tuple.of(
                                Columns.of(settled, TierChange::accountId, String[]::new),
                                Columns.of(settled, TierChange::rev, Long[]::new)))
                        .replaceWithVoid();
    }

    private static TierChange change(Row row) {
        String accountId = row.getString(0);
        AccountSnapshot account = new AccountSnapshot(
                Objects.requireNonNullElse(row.getString(5), accountId),
                row.getString(6),
                Columns.read(row.getString(4), Profile.class),
                List.of(Columns.read(row.getString(7), Owner[].class)),
                row.getLong(8),
                row.getLong(9));
        return new TierChange(
                accountId,
                row.getLong(1),
                row.getString(2),
                row.getOffsetDateTime(3).toInstant(),
                account,
                Set.of(row.getArrayOfStrings(10)),
                row.getBoolean(11));
    }
}
