package io.playcaller.health.rebuild.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.StoredAccount;
import io.playcaller.health.fold.UnreadableState;
import io.playcaller.health.rebuild.RebuildReport;
import io.playcaller.health.rebuild.Side;
import io.playcaller.health.rebuild.app.RebuildSchema;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** {@link RebuildSchema} in PostgreSQL: the same migrations in a schema beside the one that is in use. */
@ApplicationScoped
class PgRebuildSchema implements RebuildSchema {

    /** Of the second they wait for each transaction that is just moving a checkpoint, and hold up every other. */
    private static final List<String> LOCKS =
            List.of("set local lock_timeout = '10s'", "lock table checkpoint in exclusive mode");

    private final Pool pool;
    private final Flyway flyway;
    private final String topic;
    private final String schema;
    private final Duration limit;

    PgRebuildSchema(Pool pool, Flyway flyway, TopicNames topics, HealthConfig config) {
        this.pool = pool;
        this.flyway = flyway;
        this.topic = topics.of(Topic.CUSTOMER_EVENTS);
        this.schema = config.rebuild().schema();
        this.limit = config.rebuild().stepTimeout();
    }

    @Override
    public void prepare(boolean goOn) {
        if (schema.equals(running(pool).await().atMost(limit))) {
            throw new IllegalStateException("playcaller.health.rebuild.schema is the schema that is in use: " + schema);
        }
        if (goOn) {
            if (!isThere("to_regclass($1)", schema + ".account_state")) {
                throw new IllegalStateException("there is no rebuild to go on with in schema " + schema);
            }
            requireTablesOfThisVersion();
            return;
        }
        makeSchema(schema);
        makeSchema(TableSwitch.before(schema));
        Flyway there = there();
        there.clean();
        there.migrate();
    }

    /** Others could not take the place of those that stand. */
    private void requireTablesOfThisVersion() {
        if (there().info().pending().length > 0) {
            throw new IllegalStateException(
                    "the rebuild in schema " + schema + " was made by an earlier version: begin anew");
        }
    }

    private Flyway there() {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .cleanDisabled(false)
                .load();
    }

    /** Where a service may make no schemas, they are there beforehand; PostgreSQL asks for the right even of one that is there. */
    private void makeSchema(String name) {
        if (!isThere("to_regnamespace($1)", name)) {
            run(pool, "create schema " + quoted(name)).await().atMost(limit);
        }
    }

    /** A rebuild that was switched to has no accounts any more. */
    private boolean isThere(String function, String name) {
        return pool.preparedQuery("select " + function + " is not null as there")
                .execute(Tuple.of(name))
                .await()
                .atMost(limit)
                .iterator()
                .next()
                .getBoolean("there");
    }

    private static Uni<String> running(SqlClient client) {
        return client.query("select current_schema() as name")
                .execute()
                .map(rows -> rows.iterator().next().getString("name"));
    }

    @Override
    public List<Place> places() {
        return places(pool).await().atMost(limit);
    }

    private Uni<List<Place>> places(SqlClient client) {
        String sql = "select partition, topic_id, next_offset from checkpoint where topic = $1 order by partition";
        return client.preparedQuery(sql).execute(Tuple.of(topic)).map(rows -> {
            List<Place> places = new ArrayList<>();
            for (Row row : rows) {
                places.add(new Place(row.getInteger("partition"), row.getUUID("topic_id"), row.getLong("next_offset")));
            }
            return places;
        });
    }

    /** One snapshot: checkpoints and accounts are of one moment, whatever commits meanwhile. Nobody waits for it. */
    @Override
    public List<Place> copyOfTheMoment() {
        List<String> copies = List.of(
                "set transaction isolation level repeatable read",
                in("drop table if exists %s.running_account"),
                in("drop table if exists %s.running_quarantine"),
                in("create table %s.running_account as select account_id, partition, rev, state from account_state"),
                in("create table %s.running_quarantine as select account_id from quarantine"),
                in("create index running_account_of_partition on %s.running_account (partition, account_id)"),
                in("create index running_account_by_id on %s.running_account (account_id)"),
                in("create index running_quarantine_by_id on %s.running_quarantine (account_id)"),
                in("analyze %s.running_account"));
        return pool.withTransaction(transaction -> each(transaction, copies).chain(() -> places(transaction)))
                .await()
                .atMost(limit);
    }

    @Override
    public long accounts() {
        return pool.query(in("select count(*) as accounts from %s.running_account"))
                .execute()
                .await()
                .atMost(limit)
                .iterator()
                .next()
                .getLong("accounts");
    }

    @Override
    public List<Pair> differing(int partition, String after, int limit) {
        String which = "partition = $1 and account_id > $2";
        return List.copyOf(pairs(which, "order by account_id limit $3", Tuple.of(partition, after, limit))
                .values());
    }

    @Override
    public Map<String, Pair> differing(Collection<String> accountIds) {
        return pairs("account_id = any($1)", "", Tuple.of(accountIds.toArray(String[]::new)));
    }

    private Map<String, Pair> pairs(String which, String page, Tuple arguments) {
        String sql = """
                select account_id, r.rev as running_rev, r.state as running_state, q.account_id is not null as running_waits,
                       n.rev as rebuilt_rev, n.state as rebuilt_state, m.account_id is not null as rebuilt_waits
                  from (select account_id, rev, state from %1$s.running_account where %2$s) r
                  full join (select account_id, rev, state from %1$s.account_state where %2$s) n using (account_id)
                  left join %1$s.running_quarantine q using (account_id)
                  left join %1$s.quarantine m using (account_id)
                 where r.rev is distinct from n.rev or r.state is distinct from n.state
                    or (q.account_id is null) <> (m.account_id is null)
                 %3$s
                """.formatted(quoted(schema), which, page);
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (Row row : pool.preparedQuery(sql).execute(arguments).await().atMost(limit)) {
            String id = row.getString("account_id");
            pairs.put(id, new Pair(id, side(row, "running"), side(row, "rebuilt")));
        }
        return pairs;
    }

    private Side side(Row row, String which) {
        var state = row.getBuffer(which + "_state");
        StoredAccount stored = state == null ? null : stored(state.getBytes(), row.getLong(which + "_rev"));
        return new Side(stored, row.getBoolean(which + "_waits"));
    }

    private StoredAccount stored(byte[] state, long rev) {
        try {
            return Held.read(state, rev);
        } catch (IllegalArgumentException e) {
            return new UnreadableState(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void switchOver(UUID run, RebuildReport report) {
        pool.withTransaction(transaction -> running(transaction)
                        .chain(running -> each(transaction, LOCKS)
                                .chain(() -> endRun(transaction, run, report))
                                .chain(() -> takeOverCheckpoints(transaction))
                                .chain(() -> each(transaction, new TableSwitch(running, schema).statements()))))
                .await()
                .atMost(limit);
    }

    private static Uni<Void> endRun(SqlConnection transaction, UUID run, RebuildReport report) {
        String sql = """
                update rebuild set state = 'switched', report = $2::text::json, ended_at = clock_timestamp()
                 where run_id = $1 and state = 'running'
                """;
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(run, PgRebuildRows.json(report)))
                .invoke(ended -> require(ended.rowCount() == 1, "the run was ended by somebody"))
                .replaceWithVoid();
    }

    /** The fence: from here on no transaction of an owner commits, and no claim of before is worth anything. */
    private Uni<Void> takeOverCheckpoints(SqlConnection transaction) {
        String sql = """
                with taken as (
                    update checkpoint c
                       set epoch = c.epoch + 1, next_offset = r.next_offset, dedup_offset = r.dedup_offset,
                           log_state = r.log_state, log_time = r.log_time, moved_at = clock_timestamp()
                      from %s.checkpoint r
                     where c.topic = $1 and r.topic = c.topic and r.partition = c.partition and r.topic_id = c.topic_id
                    returning 1)
                select (select count(*) from taken) as taken, (select count(*) from checkpoint where topic = $1) as all_of_them
                """.formatted(quoted(schema));
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(topic))
                .map(PgRebuildSchema::missing)
                .invoke(missing -> require(
                        missing == 0, missing + " partitions were never rebuilt; somebody began with them meanwhile"))
                .replaceWithVoid();
    }

    private static long missing(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return row.getLong("all_of_them") - row.getLong("taken");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("nothing was switched: " + otherwise);
        }
    }

    private static Uni<Void> each(SqlConnection transaction, List<String> statements) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String statement : statements) {
            done = done.chain(() -> run(transaction, statement));
        }
        return done;
    }

    private static Uni<Void> run(SqlClient client, String statement) {
        return client.query(statement).execute().replaceWithVoid();
    }

    private String in(String statement) {
        return statement.formatted(quoted(schema));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
