package io.playcaller.health.fold.out;

import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.fold.Work.AccountRow;
import io.playcaller.health.fold.app.TakenOverException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes account states, each only over the revision that it was folded from; one that is not, and all is void. Most steps move
 * nothing that lists show: of such an account the state is written and nothing beside it.
 */
final class AccountStatement {

    /**
     * To be raised with each column of lists that is added or means another thing: a row of any other number is written whole with its
     * next step. One of a higher number too, for this version does not know when its columns move: the newer one then writes it whole.
     * Not for what an announced change alone moves, such as products: a row with one is always written whole.
     */
    private static final int LISTED = 1;

    /**
     * An upsert and not an update, though the row is there: it goes to the part that an account is in, where a join over all parts
     * depends on what the planner makes of them. Should the row not be there, lists show it after its next step.
     */
    private static final String STEP = """
            insert into account_state (account_id, partition, prior_rev, rev, state, next_boundary)
            select account_id, $1, prior_rev, rev, state, next_boundary
              from unnest($2::text[], $3::bigint[], $4::bigint[], $5::bytea[], $6::timestamptz[])
                as s (account_id, prior_rev, rev, state, next_boundary)
            on conflict (account_id) do update
               set partition = excluded.partition, prior_rev = excluded.prior_rev, rev = excluded.rev,
                   state = excluded.state, next_boundary = excluded.next_boundary
             where account_state.rev = excluded.prior_rev and account_state.listed = %d
            returning account_id
            """.formatted(LISTED);

    private static final String UPSERT = """
            insert into account_state (account_id, partition, prior_rev, rev, state, next_boundary, name,
                                       score, grade, segment, arr_minor, arr_currency, changed_at,
                                       tier, stage, confidence, owners, owners_from, owners_until,
                                       merged_into, merged_since, no_score,
                                       waits_for, waits_since, target_at, stalls_at, products, listed)
            select account_id, $1, prior_rev, rev, state, next_boundary, name,
                   score, grade, segment, arr_minor, arr_currency, changed_at,
                   tier, stage, confidence, string_to_array(owners, E'\\x1f'),
                   string_to_array(owners_from, E'\\x1f')::date[], string_to_array(owners_until, E'\\x1f')::date[],
                   merged_into, merged_since, no_score, waits_for, waits_since, target_at, stalls_at,
                   string_to_array(products, E'\\x1f'), %1$d
              from unnest($2::text[], $3::bigint[], $4::bigint[], $5::bytea[], $6::timestamptz[], $7::text[],
                          $8::int[], $9::text[], $10::text[], $11::bigint[], $12::text[], $13::timestamptz[],
                          $14::text[], $15::text[], $16::int[], $17::text[], $18::text[], $19::text[],
                          $20::text[], $21::timestamptz[], $22::text[],
                          $23::text[], $24::timestamptz[], $25::timestamptz[], $26::timestamptz[], $27::text[])
                as r (account_id, prior_rev, rev, state, next_boundary, name,
                      score, grade, segment, arr_minor, arr_currency, changed_at,
                      tier, stage, confidence, owners, owners_from, owners_until,
                      merged_into, merged_since, no_score, waits_for, waits_since, target_at, stalls_at, products)
            on conflict (account_id) do update
               set partition = excluded.partition, prior_rev = excluded.prior_rev, rev = excluded.rev,
                   state = excluded.state, next_boundary = excluded.next_boundary, name = excluded.name,
                   score = excluded.score, grade = excluded.grade,
                   segment = coalesce(excluded.segment, account_state.segment),
                   arr_minor = case when excluded.segment is null then account_state.arr_minor
                                    else excluded.arr_minor end,
                   arr_currency = case when excluded.segment is null then account_state.arr_currency
                                       else excluded.arr_currency end,
                   changed_at = coalesce(excluded.changed_at, account_state.changed_at),
                   health = case when excluded.changed_at is null then account_state.health end,
                   tier = coalesce(excluded.tier, account_state.tier),
                   stage = coalesce(excluded.stage, account_state.stage),
                   confidence = coalesce(excluded.confidence, account_state.confidence),
                   owners = excluded.owners, owners_from = excluded.owners_from,
                   owners_until = excluded.owners_until, merged_into = excluded.merged_into,
                   merged_since = excluded.merged_since, no_score = excluded.no_score,
                   waits_for = excluded.waits_for, waits_since = excluded.waits_since,
                   target_at = excluded.target_at, stalls_at = excluded.stalls_at,
                   products = coalesce(excluded.products, account_state.products), listed = excluded.listed
             where account_state.rev = excluded.prior_rev
            """.formatted(LISTED);

    private AccountStatement() {}

    static Uni<Void> store(SqlConnection transaction, int partition, Collection<AccountRow> rows) {
        List<AccountRow> steps =
                rows.stream().filter(AccountStatement::showsTheSame).toList();
        return step(transaction, partition, steps).chain(done -> {
            List<AccountRow> whole =
                    rows.stream().filter(row -> !done.contains(row.accountId())).toList();
            return whole(transaction, partition, whole);
        });
    }

    private static boolean showsTheSame(AccountRow row) {
        return row.newest() == null
                && row.priorRev() > 0
                && ListColumns.same(row.before().state(), row.held().state());
    }

    /** Answers whose state is written; the others have columns that are not whole, or stand at another revision. */
    private static Uni<Set<String>> step(SqlConnection transaction, int partition, List<AccountRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return heads(rows, partition).query(transaction, STEP).map(written -> {
            Set<String> ids = new HashSet<>();
            written.forEach(row -> ids.add(row.getString("account_id")));
            return ids;
        });
    }

    private static Columns<AccountRow> heads(Collection<AccountRow> rows, int partition) {
        return new Columns<>(rows, partition)
                .texts(AccountRow::accountId)
                .longs(AccountRow::priorRev)
                .longs(row -> row.held().rev())
                .bytes(row -> row.held().written())
                .times(row -> row.held().state().nextBoundary());
    }

    private static Uni<Void> whole(SqlConnection transaction, int partition, Collection<AccountRow> rows) {
        return heads(rows, partition)
                .texts(state(AccountState::name))
                .integers(state(ListColumns::score))
                .texts(state(ListColumns::grade))
                .texts(state(ListColumns::segment))
                .longs(state(ListColumns::arrMinor))
                .texts(state(ListColumns::arrCurrency))
                .times(newest(HealthChanged::at))
                .texts(state(ListColumns::tier))
                .texts(state(ListColumns::stage))
                .integers(newest(HealthChanged::confidence))
                .texts(state(ListColumns::owners))
                .texts(state(ListColumns::ownersFrom))
                .texts(state(ListColumns::ownersUntil))
                .texts(state(ListColumns::mergedInto))
                .times(state(ListColumns::mergedSince))
                .texts(state(ListColumns::noScore))
                .texts(state(ListColumns::waitsFor))
                .times(state(ListColumns::waitsSince))
                .times(state(ListColumns::targetAt))
                .times(state(ListColumns::stallsAt))
                .texts(newest(ListColumns::products))
                .execute(transaction, UPSERT)
                .invoke(stored -> requireAll(rows.size(), stored))
                .replaceWithVoid();
    }

    private static void requireAll(int rows, int stored) {
        if (stored != rows) {
            throw new TakenOverException(
                    "of %d accounts only %d stood at the revision that they were folded from".formatted(rows, stored));
        }
    }

    private static <T> Function<AccountRow, @Nullable T> state(Function<AccountState, @Nullable T> column) {
        return row -> column.apply(row.held().state());
    }

    private static <T> Function<AccountRow, @Nullable T> newest(Function<HealthChanged, @Nullable T> field) {
        return row -> row.newest() == null ? null : field.apply(row.newest());
    }
}
