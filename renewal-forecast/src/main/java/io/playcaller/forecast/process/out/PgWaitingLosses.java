package io.playcaller.forecast.process.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.forecast.engine.process.Episode;
import io.playcaller.forecast.engine.process.EpisodeChange;
import io.playcaller.forecast.process.WaitingLoss;
import io.playcaller.forecast.process.app.WaitingLosses;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The table {@code loss_waiting}, and what of others says which losses wait. */
@ApplicationScoped
public class PgWaitingLosses implements WaitingLosses {

    private static final String CONCERNED = """
            select account_id from loss_waiting where account_id = any($1::text[])
            union
            select account_id from renewal_episode where account_id = any($1::text[]) and open and reason = $2""";

    private static final String REVIEWS =
            "select body from loss_review where contract_id = any($1::text[]) order by contract_id, reviewed_on";

    private static final String KNOWN = """
            select asked.contract_id, kept.day
            from unnest($1::text[]) as asked (contract_id)
                cross join lateral (
                    select day from forecast_snapshot
                    where forecast_snapshot.contract_id = asked.contract_id
                    order by day
                    limit 1) kept""";

    private static final String EPISODES = """
            select * from renewal_episode
            where reason = $3 and (contract_id = any($1::text[]) or account_id = any($2::text[]))
            order by contract_id""";

    private static final String GONE =
            "delete from loss_waiting where account_id = any($1::text[]) and not (contract_id = any($2::text[]))";

    private static final String WAITING = """
            insert into loss_waiting (contract_id, account_id, on_day, due_on)
            select * from unnest($1::text[], $2::text[], $3::date[], $4::date[])
            on conflict (contract_id) do update
            set account_id = excluded.account_id, on_day = excluded.on_day, due_on = excluded.due_on
            where (loss_waiting.account_id, loss_waiting.on_day, loss_waiting.due_on)
                <> (excluded.account_id, excluded.on_day, excluded.due_on)""";

    @Override
    public Uni<List<String>> concerned(SqlConnection transaction, Collection<String> accountIds) {
        return all(
                transaction,
                CONCERNED,
                Tuple.of(ids(accountIds), Reason.LIFE_LOSS_UNREVIEWED.code()),
                row -> row.getString("account_id"));
    }

    @Override
    public Uni<List<LossReviewRecord>> reviews(SqlConnection transaction, Collection<String> contractIds) {
        return all(
                transaction,
                REVIEWS,
                Tuple.of(ids(contractIds)),
                row -> WireJson.read(row.getString("body").getBytes(StandardCharsets.UTF_8), LossReviewRecord.class));
    }

    @Override
    public Uni<Map<String, LocalDate>> known(SqlConnection transaction, Collection<String> contractIds) {
        return transaction
                .preparedQuery(KNOWN)
                .execute(Tuple.of(ids(contractIds)))
                .map(rows -> {
                    Map<String, LocalDate> known = new HashMap<>();
                    rows.forEach(row -> known.put(row.getString("contract_id"), row.getLocalDate("day")));
                    return known;
                });
    }

    @Override
    public Uni<List<Episode>> episodes(
            SqlConnection transaction, Collection<String> contractIds, Collection<String> accountIds) {
        return all(
                transaction,
                EPISODES,
                Tuple.of(ids(contractIds), ids(accountIds), Reason.LIFE_LOSS_UNREVIEWED.code()),
                EpisodeRows::read);
    }

    @Override
    public Uni<Void> write(
            SqlConnection transaction,
            Collection<String> accountIds,
            List<WaitingLoss> waiting,
            List<EpisodeChange> changes) {
        String[] contracts = Columns.of(waiting, WaitingLoss::contractId, String[]::new);
        return Columns.run(transaction, GONE, ids(accountIds), contracts)
                .chain(() -> Columns.store(
                        transaction,
                        WAITING,
                        contracts,
                        Columns.of(waiting, WaitingLoss::accountId, String[]::new),
                        Columns.of(waiting, WaitingLoss::on, LocalDate[]::new),
                        Columns.of(waiting, WaitingLoss::dueOn, LocalDate[]::new)))
                .chain(() -> EpisodeRows.write(transaction, changes));
    }

    private static String[] ids(Collection<String> ids) {
        return ids.toArray(String[]::new);
    }

    private static <T> Uni<List<T>> all(
            SqlConnection transaction, String sql, Tuple parameters, Function<Row, T> reader) {
        return transaction.preparedQuery(sql).execute(parameters).map(rows -> {
            List<T> all = new ArrayList<>();
            rows.forEach(row -> all.add(reader.apply(row)));
            return all;
        });
    }
}
