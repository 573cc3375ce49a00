package io.playcaller.health.peers.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.engine.peer.Baseline.Group;
import io.playcaller.health.engine.peer.Histogram;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.peers.Counted;
import io.playcaller.health.peers.app.PeerRows;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@link PeerRows} in PostgreSQL. What the log is told goes into the shard of each partition that anybody ever folded, whose owner
 * sends it; a partition that nobody folded yet is told the next time.
 */
@ApplicationScoped
class PgPeerRows implements PeerRows {

    private static final StateCodec CODEC = new StateCodec();

    private final PgOutbox outbox;
    private final String log;

    PgPeerRows(PgOutbox outbox, TopicNames topics) {
        this.outbox = outbox;
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
    }

    @Override
    public Uni<Optional<Counted>> lock(SqlConnection transaction) {
        String sql = """
                select counted_on, told, (select min(log_time) from checkpoint where topic = $1) as log_time
                  from peer_count for update skip locked
                """;
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(log))
                .chain(rows -> logs(transaction).map(logs -> counted(rows, logs)));
    }

    private Uni<List<LogState>> logs(SqlConnection transaction) {
        String sql = "select log_state from checkpoint where topic = $1 and log_state is not null";
        return transaction.preparedQuery(sql).execute(Tuple.of(log)).map(rows -> {
            List<LogState> logs = new ArrayList<>();
            for (Row row : rows) {
                logs.add(CODEC.decodeLog(row.getBuffer("log_state").getBytes()));
            }
            return logs;
        });
    }

    private static Optional<Counted> counted(RowSet<Row> rows, List<LogState> logs) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        OffsetDateTime now = row.getOffsetDateTime("log_time");
        if (now == null) {
            return Optional.empty();
        }
        Instant usageSince = logs.stream()
                .flatMap(state -> state.usageSince().stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
        return Optional.of(new Counted(
                now.toInstant(),
                row.getLocalDate("counted_on"),
                baseline(row.getString("told")),
                logs.stream().anyMatch(LogState::backfilling),
                usageSince));
    }

    private static Baseline baseline(@Nullable String told) {
        if (told == null) {
            return Baseline.NONE;
        }
        byte[] json = told.getBytes(StandardCharsets.UTF_8);
        return Baseline.of(WireJson.read(json, PeerBaselinePublished.class).baselines());
    }

    /** Who left, is merged into another, or of whom a source is quiet is nobody's peer. */
    @Override
    public Uni<Baseline> count(SqlConnection transaction, List<Measure> measures) {
        String sql = """
                select a.segment, m.measure,
                       case when m.value < b.lowest then 0
                            else least($4::bigint, (m.value - b.lowest) / b.width + 1) end as bin,
                       count(*) as customers
                  from account_listed a
                 cross join lateral json_to_recordset(
                           replace(a.health::text, '\\u0000', '\\ufffd')::json -> 'measures')
                       as m (measure text, value bigint, frozen boolean)
                  join unnest($1::text[], $2::bigint[], $3::bigint[]) as b (measure, lowest, width)
                    on b.measure = m.measure
                 where a.score is not null and a.segment is not null and a.merged_into is null
                   and a.stage is distinct from 'lost' and m.value is not null and not m.frozen
                 group by 1, 2, 3
                """;
        List<Histogram> bins = measures.stream()
                .map(measure -> Histogram.along(measure.curve()))
                .toList();
        Tuple arguments = Tuple.of(
                measures.stream().map(Measure::id).toArray(String[]::new),
                bins.stream().map(Histogram::from).toArray(Long[]::new),
                bins.stream().map(Histogram::width).toArray(Long[]::new),
                Histogram.BINS + 1L);
        Map<String, Histogram> empty = new HashMap<>();
        measures.forEach(measure -> empty.put(measure.id(), Histogram.along(measure.curve())));
        return transaction.preparedQuery(sql).execute(arguments).map(rows -> baseline(rows, empty));
    }

    private static Baseline baseline(RowSet<Row> rows, Map<String, Histogram> empty) {
        SortedMap<Group, Histogram> groups = new TreeMap<>();
        for (Row row : rows) {
            Group group = new Group(row.getString("segment"), row.getString("measure"));
            int bin = Math.toIntExact(row.getLong("bin"));
            long customers = row.getLong("customers");
            Histogram counted = groups.getOrDefault(group, Objects.requireNonNull(empty.get(group.measure())));
            groups.put(group, counted.with(bin, customers));
        }
        return new Baseline(groups);
    }

    @Override
    public Uni<Void> untold(SqlConnection transaction, Counted before) {
        return transaction
                .preparedQuery("update peer_count set counted_on = $1")
                .execute(Tuple.of(before.today()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> tell(SqlConnection transaction, Counted before, PeerBaselinePublished told) {
        String json = new String(WireJson.write(told), StandardCharsets.UTF_8);
        return transaction
                .preparedQuery("update peer_count set counted_on = $1, told = $2")
                .execute(Tuple.of(before.today(), json))
                .chain(() -> transaction
                        .preparedQuery("select partition from checkpoint where topic = $1 order by partition")
                        .execute(Tuple.of(log)))
                .chain(rows -> tell(transaction, rows, before, told));
    }

    private Uni<Void> tell(
            SqlConnection transaction, RowSet<Row> partitions, Counted before, PeerBaselinePublished told) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Row row : partitions) {
            int partition = row.getInteger("partition");
            all = all.chain(() -> outbox.append(transaction, partition, List.of(record(partition, before, told))));
        }
        return all;
    }

    /** Of one day there is one, whoever counts: a second one is known for a repetition. */
    private OutboxRecord record(int partition, Counted before, PeerBaselinePublished told) {
        String id = Ids.derived("peer-baseline", told.day(), partition).toString();
        Envelope envelope = Envelope.own(id, "health-service", before.now(), null, 0);
        return OutboxRecord.toPartition(log, partition, envelope, told);
    }
}
