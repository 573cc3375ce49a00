package io.playcaller.health.models.out;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.playcaller.contracts.WireJson;
import io.playcaller.health.models.Activation;
import io.playcaller.health.models.ModelBrief;
import io.playcaller.health.models.StoredModel;
import io.playcaller.health.models.app.Models;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** {@link Models} in PostgreSQL. */
@ApplicationScoped
class PgModels implements Models {

    private static final int MOST_ACTIVATIONS = 100;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String STORED = "m.hash, m.version, m.files::text as texts, m.author, m.reason, m.created_at";

    private final Pool pool;
    private final PgActivations activations;

    PgModels(Pool pool, PgActivations activations) {
        this.pool = pool;
        this.activations = activations;
    }

    @Override
    public Uni<Boolean> store(StoredModel model) {
        String sql = """
                insert into model (hash, version, files, author, reason, created_at)
                values ($1, $2, $3::text::json, $4, $5, $6) on conflict (hash) do nothing
                """;
        String files = new String(WireJson.write(new TreeMap<>(model.files())), StandardCharsets.UTF_8);
        Tuple arguments = Tuple.of(model.hash(), model.version(), files, model.author(), model.reason())
                .addValue(model.createdAt().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(sql).execute(arguments).map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Optional<StoredModel>> find(String hash) {
        String sql = "select " + STORED + " from model m where m.hash = $1";
        return pool.preparedQuery(sql).execute(Tuple.of(hash)).map(PgModels::first);
    }

    @Override
    public Uni<Optional<StoredModel>> active() {
        String sql = "select " + STORED + " from model_in_force f join model m on m.hash = f.hash";
        return pool.query(sql).execute().map(PgModels::first);
    }

    @Override
    public Uni<Optional<String>> activeHash() {
        return pool.query("select hash from model_in_force where hash is not null")
                .execute()
                .map(rows -> stream(rows).map(row -> row.getString("hash")).findFirst());
    }

    private static Optional<StoredModel> first(RowSet<Row> rows) {
        return stream(rows).map(PgModels::stored).findFirst();
    }

    @Override
    public Uni<List<ModelBrief>> list(@Nullable After after, int limit) {
        String sql = """
                select m.hash, m.version, m.author, m.reason, m.created_at,
                       m.hash is not distinct from (select hash from model_in_force) as active,
                       (select max(activated_at) from model_activation a where a.hash = m.hash) as activated_at
                  from model m
                 where $1::timestamptz is null or (m.created_at, m.hash) < ($1, $2::text)
                 order by m.created_at desc, m.hash desc limit $3
                """;
        Tuple arguments = Tuple.from(new @Nullable Object[] {
            after == null ? null : after.createdAt().atOffset(ZoneOffset.UTC),
            after == null ? null : after.hash(),
            limit
        });
        return pool.preparedQuery(sql)
                .execute(arguments)
                .map(rows -> stream(rows).map(PgModels::brief).toList());
    }

    @Override
    public Uni<List<Activation>> activations(String hash) {
        String sql = """
                select a.number, a.hash, a.replaced, a.author, a.reason, a.activated_at, m.version
                  from model_activation a join model m on m.hash = a.hash
                 where a.hash = $1 order by a.number desc limit $2
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(hash, MOST_ACTIVATIONS))
                .map(rows -> stream(rows).map(PgModels::activation).toList());
    }

    @Override
    public Uni<Optional<Activation>> activate(Order order, When when) {
        return activations.to((transaction, active) -> activations.wanted(transaction, order, when, active), order);
    }

    @Override
    public Uni<Optional<Activation>> rollBack(String author, String reason) {
        return activations.to(activations::before, new Order("", author, reason));
    }

    static StoredModel stored(Row row) {
        return new StoredModel(
                row.getString("hash"),
                row.getString("version"),
                texts(row.getString("texts")),
                row.getString("author"),
                row.getString("reason"),
                time(row, "created_at"));
    }

    private static Map<String, String> texts(String json) {
        try {
            return WireJson.mapper().readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the files of a stored model are no JSON", e);
        }
    }

    private static ModelBrief brief(Row row) {
        return new ModelBrief(
                row.getString("hash"),
                row.getString("version"),
                row.getString("author"),
                row.getString("reason"),
                time(row, "created_at"),
                row.getBoolean("active"),
                row.getOffsetDateTime("activated_at") == null ? null : time(row, "activated_at"));
    }

    static Activation activation(Row row) {
        return new Activation(
                row.getLong("number"),
                row.getString("hash"),
                row.getString("version"),
                row.getString("replaced"),
                row.getString("author"),
                row.getString("reason"),
                time(row, "activated_at"));
    }

    private static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
