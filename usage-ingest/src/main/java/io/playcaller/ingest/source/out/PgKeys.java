package io.playcaller.ingest.source.out;

import io.playcaller.contracts.Ids;
import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.ingest.source.Environment;
import io.playcaller.ingest.source.IssuedKey;
import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.KeyRequest;
import io.playcaller.ingest.source.Scope;
import io.playcaller.ingest.source.WriteKey;
import io.playcaller.ingest.source.app.Keys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class PgKeys implements Keys {

    private static final String VALID =
            "revoked_at is null and (valid_until is null or valid_until > clock_timestamp())";

    private static final String COLUMNS = """
            key_id, left(key_hash, 12), source, name, environment, scopes,
            case when revoked_at is not null then 'REVOKED'
                 when valid_until <= clock_timestamp() then 'ENDED'
                 when valid_until is not null then 'ENDING'
                 else 'ACTIVE' end,
            created_at, created_by, valid_until, revoked_at, last_used_at
            """;

    private static final String ALL = "select " + COLUMNS + " from source_key order by source, created_at, key_id";
    private static final String FIND = "select " + COLUMNS + " from source_key where key_id = $1";

    /** Of a source that is there. */
    static final String ISSUE = """
            insert into source_key (key_hash, key_id, name, environment, scopes, created_by, source)
            select $1, $2, $3, $4, $5, $6, source.name from source where source.name = $7
            on conflict do nothing
            returning
            """ + COLUMNS;

    private static final String ROTATE = """
            with before as (
              update source_key set valid_until = clock_timestamp() + make_interval(secs => $2)
              where key_id = $1 and revoked_at is null and valid_until is null
              returning source, name, environment, scopes)
            insert into source_key (key_hash, key_id, created_by, source, name, environment, scopes)
            select $3, $4, $5, source, name, environment, scopes from before
            returning
            """ + COLUMNS;

    private static final String REVOKE =
            "update source_key set revoked_at = coalesce(revoked_at, clock_timestamp()) where key_id = $1 returning "
                    + COLUMNS;

    private static final String HOLDER = """
            with used as (
              update source_key set last_used_at = clock_timestamp()
              where key_hash = $1 and %1$s
                and (last_used_at is null or last_used_at < clock_timestamp() - interval '1 hour'))
            select k.source, k.environment, k.scopes, s.events_per_second
            from source_key k join source s on s.name = k.source
            where k.key_hash = $1 and %1$s
            """.formatted(VALID);

    private final Pool pool;

    PgKeys(Pool pool) {
        this.pool = pool;
    }

    /** The parameters of {@link #ISSUE}. */
    static Tuple parameters(WriteKey key, KeyRequest wanted) {
        return Tuple.tuple()
                .addString(key.hash())
                .addUUID(Ids.next())
                .addString(wanted.name())
                .addString(wanted.environment().name())
                .addArrayOfString(SourceRows.names(wanted.scopes()))
                .addString(wanted.createdBy())
                .addString(wanted.source());
    }

    @Override
    public Uni<List<IssuedKey>> all() {
        return rows(ALL, Tuple.tuple()).map(rows -> rows.map(PgKeys::key).toList());
    }

    @Override
    public Uni<Optional<IssuedKey>> find(UUID id) {
        return one(FIND, Tuple.of(id));
    }

    @Override
    public Uni<Optional<IssuedKey>> issue(WriteKey key, KeyRequest wanted) {
        return one(ISSUE, parameters(key, wanted));
    }

    @Override
    public Uni<Optional<IssuedKey>> rotate(UUID id, WriteKey successor, Duration overlap, String createdBy) {
        return one(ROTATE, Tuple.of(id, (double) overlap.toSeconds(), successor.hash(), Ids.next(), createdBy));
    }

    @Override
    public Uni<Optional<IssuedKey>> revoke(UUID id) {
        return one(REVOKE, Tuple.of(id));
    }

    @Override
    public Uni<Optional<KeyHolder>> holderOf(String keyHash) {
        return rows(HOLDER, Tuple.of(keyHash))
                .map(rows -> rows.findFirst()
                        .map(row -> new KeyHolder(
                                row.getString(0),
                                Environment.valueOf(row.getString(1)),
                                SourceRows.constants(row.getArrayOfStrings(2), Scope.class),
                                row.getInteger(3))));
    }

    private Uni<Optional<IssuedKey>> one(String sql, Tuple parameters) {
        return rows(sql, parameters).map(rows -> rows.findFirst().map(PgKeys::key));
    }

    private Uni<Stream<Row>> rows(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(Rows::stream);
    }

    private static IssuedKey key(Row row) {
        return new IssuedKey(
                row.getUUID(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Environment.valueOf(row.getString(4)),
                SourceRows.constants(row.getArrayOfStrings(5), Scope.class),
                IssuedKey.State.valueOf(row.getString(6)),
                row.getOffsetDateTime(7).toInstant(),
                row.getString(8),
                Rows.instant(row.getOffsetDateTime(9)),
                Rows.instant(row.getOffsetDateTime(10)),
                Rows.instant(row.getOffsetDateTime(11)));
    }
}
