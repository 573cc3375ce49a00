package io.playcaller.health.fold.out;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.fold.Work.AccountRow;
import io.playcaller.health.fold.app.TakenOverException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes account states, each only over the revision that it was folded from; one that is not, and all is void. */
final class AccountStatement {

    private static final String UPSERT = """
            insert into account_state (account_id, partition, prior_rev, rev, state, next_boundary, name,
                                       score, grade, segment, arr_minor, arr_currency, changed_at, health,
                                       tier, stage, confidence, owners, owners_from, owners_until,
                                       merged_into, merged_since, no_score,
                                       waits_for, waits_since, target_at, stalls_at)
            select account_id, $1, prior_rev, rev, state, next_boundary, name,
                   score, grade, segment, arr_minor, arr_currency, changed_at, health::json,
                   tier, stage, confidence, string_to_array(owners, E'\\x1f'),
                   string_to_array(owners_from, E'\\x1f')::date[], string_to_array(owners_until, E'\\x1f')::date[],
                   merged_into, merged_since, no_score, waits_for, waits_since, target_at, stalls_at
              from unnest($2::text[], $3::bigint[], $4::bigint[], $5::bytea[], $6::timestamptz[], $7::text[],
                          $8::int[], $9::text[], $10::text[], $11::bigint[], $12::text[], $13::timestamptz[],
                          $14::text[], $15::text[], $16::text[], $17::int[], $18::text[], $19::text[], $20::text[],
                          $21::text[], $22::timestamptz[], $23::text[],
                          $24::text[], $25::timestamptz[], $26::timestamptz[], $27::timestamptz[])
                as r (account_id, prior_rev, rev, state, next_boundary, name,
                      score, grade, segment, arr_minor, arr_currency, changed_at, health,
                      tier, stage, confidence, owners, owners_from, owners_until,
                      merged_into, merged_since, no_score, waits_for, waits_since, target_at, stalls_at)
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
                   health = coalesce(excluded.health, account_state.health),
                   tier = coalesce(excluded.tier, account_state.tier),
                   stage = coalesce(excluded.stage, account_state.stage),
                   confidence = coalesce(excluded.confidence, account_state.confidence),
                   owners = excluded.owners, owners_from = excluded.owners_from,
                   owners_until = excluded.owners_until, merged_into = excluded.merged_into,
                   merged_since = excluded.merged_since, no_score = excluded.no_score,
                   waits_for = excluded.waits_for, waits_since = excluded.waits_since,
                   target_at = excluded.target_at, stalls_at = excluded.stalls_at
             where account_state.rev = excluded.prior_rev
            """;

    private static final StateCodec CODEC = new StateCodec();

    private AccountStatement() {}

    static Uni<Void> store(SqlConnection transaction, int partition, Collection<AccountRow> rows, ScoreJson json) {
        return new Columns<>(rows, partition)
                .texts(AccountRow::accountId)
                .longs(AccountRow::priorRev)
                .longs(row -> row.held().rev())
                .bytes(row -> CODEC.encode(row.held().state()))
                .times(row -> row.held().state().nextBoundary())
                .texts(row -> row.held().state().name())
                .integers(row -> score(row.held().state()))
                .texts(row -> grade(row.held().state()))
                .texts(profile(Profile::segment))
                .longs(profile(profile -> arr(profile, Money::minor)))
                .texts(profile(profile -> arr(profile, Money::currency)))
                .times(newest(HealthChanged::at))
                .texts(newest(json::of))
                .texts(profile(Profile::tier))
                .texts(profile(Profile::stage))
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

    /** As it stands, also where it is none any more. */
    private static @Nullable Integer score(AccountState state) {
        Long score = state.score();
        return score == null ? null : Math.toIntExact(score);
    }

    private static @Nullable String grade(AccountState state) {
        Grade grade = state.grade();
        return grade == null ? null : grade.name();
    }

    private static <T> Function<AccountRow, @Nullable T> state(Function<AccountState, @Nullable T> column) {
        return row -> column.apply(row.held().state());
    }

    private static <T> Function<AccountRow, @Nullable T> newest(Function<HealthChanged, @Nullable T> field) {
        return row -> row.newest() == null ? null : field.apply(row.newest());
    }

    /** Where the account is placed, with or without a score; nothing of a state from before that was known. */
    private static <T> Function<AccountRow, @Nullable T> profile(Function<Profile, @Nullable T> field) {
        return row -> {
            Profile profile = row.held().state().profile();
            return profile == null ? null : field.apply(profile);
        };
    }

    private static <T> @Nullable T arr(Profile profile, Function<Money, T> part) {
        Money arr = profile.arr();
        return arr == null ? null : part.apply(arr);
    }
}
