package io.playcaller.forecast.process.out;

import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.engine.process.Judgement;
import io.playcaller.forecast.process.StageMove;
import io.playcaller.forecast.process.app.Renewals;
import io.playcaller.forecast.renewal.Categories;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The tables {@code judgement} and {@code stage_move}, as people use them. */
@ApplicationScoped
public class PgRenewals implements Renewals {

    private static final String PLACE = """
            select contract.account_id, forecast.renewal_on
            from forecast join contract on contract.contract_id = forecast.contract_id
            where forecast.contract_id = $1 and forecast.open""";

    private static final String ADD = """
            insert into judgement (judgement_id, contract_id, renewal_on, role, category, amount_minor, renews, author,
                reason, at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";

    private static final String ONE = "select * from judgement where contract_id = $1 and judgement_id = $2 for update";

    private static final String WITHDRAW = "update judgement set withdrawn_at = $2 where judgement_id = $1";

    private static final String JUDGEMENTS = """
            select * from judgement where contract_id = $1 order by at desc, judgement_id desc limit $2""";

    private static final String MOVES = """
            select * from stage_move where contract_id = $1 order by at desc, move_id desc limit $2""";

    private final Pool pool;

    PgRenewals(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Place>> place(SqlConnection transaction, String contractId) {
        return transaction
                .preparedQuery(PLACE)
                .execute(Tuple.of(contractId))
                .map(rows ->
                        first(rows, row -> new Place(row.getString("account_id"), row.getLocalDate("renewal_on"))));
    }

    @Override
    public Uni<Void> add(SqlConnection transaction, Judgement judgement) {
        return Columns.run(
                transaction,
                ADD,
                judgement.judgementId(),
                judgement.contractId(),
                judgement.renewalOn(),
                judgement.role().key(),
                judgement.category() == null ? null : Categories.key(judgement.category()),
                judgement.amountMinor(),
                judgement.renews(),
                judgement.author(),
                judgement.reason(),
                Columns.utc(judgement.at()),
                Columns.utc(judgement.expiresAt()));
    }

    @Override
    public Uni<Optional<Judgement>> judgement(SqlConnection transaction, String contractId, UUID judgementId) {
        return transaction
                .preparedQuery(ONE)
                .execute(Tuple.of(contractId, judgementId))
                .map(rows -> first(rows, JudgementRows::read));
    }

    @Override
    public Uni<Void> withdraw(SqlConnection transaction, UUID judgementId, Instant now) {
        return Columns.run(transaction, WITHDRAW, judgementId, Columns.utc(now));
    }

    @Override
    public Uni<List<Judgement>> judgements(String contractId, int limit) {
        return pool.preparedQuery(JUDGEMENTS)
                .execute(Tuple.of(contractId, limit))
                .map(rows -> all(rows, JudgementRows::read));
    }

    @Override
    public Uni<List<StageMove>> moves(String contractId, int limit) {
        return pool.preparedQuery(MOVES).execute(Tuple.of(contractId, limit)).map(rows -> all(rows, PgRenewals::move));
    }

    private static StageMove move(Row row) {
        return new StageMove(
                row.getUUID("move_id"),
                row.getString("contract_id"),
                row.getLocalDate("renewal_on"),
                RenewalStage.of(row.getString("stage")).orElse(RenewalStage.NOT_STARTED),
                row.getString("author"),
                row.getString("reason"),
                List.of(row.getArrayOfStrings("confirmed")),
                List.of(row.getArrayOfStrings("despite")),
                row.getOffsetDateTime("at").toInstant());
    }

    private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> reader) {
        return all(rows, reader).stream().findFirst();
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reader) {
        List<T> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(reader.apply(row)));
        return all;
    }
}
