package io.playcaller.ingest.source.health.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.QuietCause;
import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.ingest.source.Source;
import io.playcaller.ingest.source.health.Announced;
import io.playcaller.ingest.source.health.Finding;
import io.playcaller.ingest.source.health.HealthDecider;
import io.playcaller.ingest.source.health.Hour;
import io.playcaller.ingest.source.health.JudgedSource;
import io.playcaller.ingest.source.health.Span;
import io.playcaller.ingest.source.health.Verdict;
import io.playcaller.ingest.source.health.app.SourceHealthMetrics;
import io.playcaller.ingest.source.health.app.TrafficMemory;
import io.playcaller.ingest.source.out.SourceRows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The judge, in the transaction of the log's clock: so one replica judges, and what it says and what it notes are one. Awaits
 * each statement: the clock has a thread of its own.
 */
@ApplicationScoped
public class PgSourceWatch {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String HOURS = """
            select source, hour, came, refused, beats from source_hour
            where hour >= $1 or (hour >= $2 and not source = any($3))
            """;

    private static final String GAPS = "select source, from_hour, to_hour from source_gap";

    private static final String ANNOUNCED = """
            select name, coalesce(quiet_cause, 'SILENT'), quiet_since from source where quiet_since is not null
            """;

    private static final String NOTE_VERDICTS = """
            insert into source_health (source, state, since, findings)
            select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[])
            on conflict (source) do update
            set state = excluded.state, since = excluded.since, findings = excluded.findings
            """;

    private static final String NOTE_GAP = """
            insert into source_gap (source, from_hour, to_hour) values ($1, $2, $3)
            on conflict (source, from_hour) do update set to_hour = greatest(source_gap.to_hour, excluded.to_hour)
            """;

    private static final String DROP_HOURS = "delete from source_hour where hour < $1";
    private static final String DROP_GAPS = "delete from source_gap where to_hour < $1";

    private final SourceHealthMetrics metrics;
    private final TrafficMemory memory = new TrafficMemory();
    private final Map<String, Verdict> noted = new HashMap<>();
    private long trimmedAt;

    PgSourceWatch(SourceHealthMetrics metrics) {
        this.metrics = metrics;
    }

    /** How all sources are now, by name. */
    public List<JudgedSource> judge(SqlConnection connection, Instant now, Instant doorsOpenSince) {
        read(connection, Span.hourOf(now));
        Map<String, List<Span>> gaps = gaps(connection);
        Map<String, Announced> announced = announced(connection);
        List<JudgedSource> judged = new ArrayList<>();
        for (Row row : execute(connection, SourceRows.ALL, Tuple.tuple())) {
            Source source = SourceRows.source(row);
            Announced told = announced.get(source.name());
            Verdict verdict = HealthDecider.decide(
                    source,
                    memory.of(source.name(), gaps.getOrDefault(source.name(), List.of())),
                    told,
                    doorsOpenSince,
                    now);
            judged.add(new JudgedSource(source, told, verdict));
        }
        return List.copyOf(judged);
    }

    /** What was judged was said. */
    public void note(SqlConnection connection, Instant now, List<JudgedSource> judged) {
        for (JudgedSource one : judged) {
            String name = one.source().name();
            HealthDecider.outageOver(memory.of(name, List.of()), one.announced(), one.verdict(), now)
                    .ifPresent(over -> execute(connection, NOTE_GAP, Tuple.of(name, over.from(), over.to())));
        }
        noteVerdicts(
                connection,
                judged.stream()
                        .filter(one ->
                                !one.verdict().equals(noted.put(one.source().name(), one.verdict())))
                        .toList());
        trim(connection, Span.hourOf(now));
        metrics.show(judged);
    }

    /** What was not committed was not noted; another replica judges; or time was moved, and the past with it. */
    public void forget() {
        memory.forget();
        noted.clear();
        trimmedAt = 0;
        metrics.clear();
    }

    private void read(SqlConnection connection, long hour) {
        String[] known = memory.known().toArray(String[]::new);
        Tuple question = Tuple.of(memory.readFrom(hour), hour - TrafficMemory.KEPT_HOURS, known);
        for (Row row : execute(connection, HOURS, question)) {
            memory.put(row.getString(0), row.getLong(1), new Hour(row.getLong(2), row.getLong(3), row.getLong(4)));
        }
    }

    private static Map<String, List<Span>> gaps(SqlConnection connection) {
        Map<String, List<Span>> gaps = new HashMap<>();
        for (Row row : execute(connection, GAPS, Tuple.tuple())) {
            gaps.computeIfAbsent(row.getString(0), any -> new ArrayList<>())
                    .add(new Span(row.getLong(1), row.getLong(2)));
        }
        return gaps;
    }

    private static Map<String, Announced> announced(SqlConnection connection) {
        Map<String, Announced> announced = new HashMap<>();
        for (Row row : execute(connection, ANNOUNCED, Tuple.tuple())) {
            announced.put(
                    row.getString(0),
                    new Announced(
                            QuietCause.valueOf(row.getString(1)),
                            row.getOffsetDateTime(2).toInstant()));
        }
        return announced;
    }

    /** Those that differ from what was noted last, with the numbers of each new hour. */
    private static void noteVerdicts(SqlConnection connection, List<JudgedSource> changed) {
        if (!changed.isEmpty()) {
            execute(
                    connection,
                    NOTE_VERDICTS,
                    Tuple.of(
                            changed.stream().map(one -> one.source().name()).toArray(String[]::new),
                            changed.stream()
                                    .map(one -> one.verdict().state().name())
                                    .toArray(String[]::new),
                            changed.stream()
                                    .map(one -> Rows.time(one.verdict().since()))
                                    .toArray(OffsetDateTime[]::new),
                            changed.stream()
                                    .map(one -> json(one.verdict().findings()))
                                    .toArray(String[]::new)));
        }
    }

    private static String json(List<Finding> findings) {
        return new String(WireJson.write(findings), StandardCharsets.UTF_8);
    }

    private void trim(SqlConnection connection, long hour) {
        if (hour != trimmedAt) {
            long oldest = hour - TrafficMemory.KEPT_HOURS;
            execute(connection, DROP_HOURS, Tuple.of(oldest));
            execute(connection, DROP_GAPS, Tuple.of(oldest));
            memory.trim(hour);
            trimmedAt = hour;
        }
    }

    private static RowSet<Row> execute(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters).await().atMost(LIMIT);
    }
}
