package io.playcaller.forecast.model.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.lab.trial.ModelCard;
import io.playcaller.forecast.model.ModelChoice;
import io.playcaller.forecast.model.ModelList.Attempt;
import io.playcaller.forecast.model.ModelList.Known;
import io.playcaller.forecast.model.app.Models;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tables {@code forecast_model}, {@code model_choice} and {@code model_trial}. */
@ApplicationScoped
public class PgModels implements Models {

    private static final String NOW = "select playcaller_now() as now";
    private static final String IN_FORCE = "select version from model_choice order by place desc limit 1";
    private static final String CARD = "select card from forecast_model where version = $1";
    private static final String ADD =
            "insert into forecast_model (version, made_at, replaces, card) values ($1, $2, $3, $4)";
    private static final String CHOOSE =
            "insert into model_choice (version, since, author, reason) values ($1, $2, $3, $4)";
    private static final String TRIED =
            "insert into model_trial (at, body) values ($1, $2) on conflict (at) do update set body = excluded.body";
    private static final String CHOICES =
            "select version, since, author, reason from model_choice order by place desc limit $1";
    private static final String KNOWN =
            "select version, made_at, replaces from forecast_model order by made_at desc, version limit $1";
    private static final String ATTEMPTS = "select body from model_trial order by at desc limit $1";

    @Override
    public Uni<Instant> now(SqlClient client) {
        return client.query(NOW)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }

    @Override
    public Uni<String> inForce(SqlClient client) {
        return client.query(IN_FORCE)
                .execute()
                .map(rows -> first(rows, row -> row.getString("version")).orElse(ModelChoice.PRIOR));
    }

    @Override
    public Uni<Optional<ModelCard>> card(SqlClient client, String version) {
        return client.preparedQuery(CARD)
                .execute(Tuple.of(version))
                .map(rows -> first(rows, row -> read(row.getString("card"), ModelCard.class)));
    }

    @Override
    public Uni<Void> add(SqlClient client, ModelCard card) {
        return client.preparedQuery(ADD)
                .execute(Tuple.of(card.version(), card.madeAt().atOffset(ZoneOffset.UTC), card.replaces(), json(card)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> choose(SqlClient client, ModelChoice choice) {
        return client.preparedQuery(CHOOSE)
                .execute(Tuple.of(
                        choice.version(), choice.since().atOffset(ZoneOffset.UTC), choice.author(), choice.reason()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> add(SqlClient client, Attempt attempt) {
        return client.preparedQuery(TRIED)
                .execute(Tuple.of(attempt.at().atOffset(ZoneOffset.UTC), json(attempt)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<ModelChoice>> choices(SqlClient client, int limit) {
        return all(
                client,
                CHOICES,
                limit,
                row -> new ModelChoice(
                        row.getString("version"),
                        row.getOffsetDateTime("since").toInstant(),
                        row.getString("author"),
                        row.getString("reason")));
    }

    @Override
    public Uni<List<Known>> known(SqlClient client, int limit) {
        return all(
                client,
                KNOWN,
                limit,
                row -> new Known(
                        row.getString("version"),
                        row.getOffsetDateTime("made_at").toInstant(),
                        row.getString("replaces")));
    }

    @Override
    public Uni<List<Attempt>> attempts(SqlClient client, int limit) {
        return all(client, ATTEMPTS, limit, row -> read(row.getString("body"), Attempt.class));
    }

    private static <T> Uni<List<T>> all(SqlClient client, String sql, int limit, Function<Row, T> reader) {
        return client.preparedQuery(sql).execute(Tuple.of(limit)).map(rows -> {
            List<T> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.add(reader.apply(row)));
            return all;
        });
    }

    private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> reader) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(reader.apply(rows.iterator().next()));
    }

    private static <T> T read(String json, Class<T> type) {
        return WireJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static String json(Object data) {
        return new String(WireJson.write(data), StandardCharsets.UTF_8);
    }
}
