package io.playcaller.forecast.meeting.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.forecast.meeting.Faces;
import io.playcaller.forecast.meeting.Known.Fault;
import io.playcaller.forecast.meeting.Known.Overdue;
import io.playcaller.forecast.meeting.Known.RenewalMove;
import io.playcaller.forecast.meeting.Known.Risk;
import io.playcaller.forecast.meeting.Known.StageMove;
import io.playcaller.forecast.meeting.app.MeetingReads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads what other features and services keep: a query of each table. */
@ApplicationScoped
public class PgMeetingReads implements MeetingReads {

    private static final String NOW = "select playcaller_now() as now";

    private static final String NAMES = "select account_id, name from account";

    private static final String OWNERS = """
            select account_id, staff_id from account_owner
            where role = 'csm' and from_day <= $1 and (until_day is null or until_day > $1)
            order by account_id, from_day desc, staff_id""";

    private static final String RISKS = """
            select episode_id, account_id, reason, severity, opened_at, case when ended_at < $2 then ended_at end as ended_at
            from risk_episode
            where opened_at >= $1 and opened_at < $2 and not retracted""";

    private static final String OVERDUE = """
            select task_id, account_id, play, role, assignee, due_at, escalation from task_open
            where state in ('open', 'acknowledged') and due_at < $1""";

    private static final String STAGES = """
            select account_id, stage, stage_since from health
            where stage is not null and stage_since >= $1 and stage_since < $2""";

    private static final String OPPORTUNITIES = "select body from opportunity";

    private static final String RENEWAL_MOVES = """
            select stage_move.contract_id, forecast.account_id, stage_move.stage, stage_move.author, stage_move.at
            from stage_move join forecast on forecast.contract_id = stage_move.contract_id
            where stage_move.at >= $1 and stage_move.at < $2
            order by stage_move.at, stage_move.contract_id""";

    private static final String FAULTS = """
            select contract_id, account_id, code, detail, since from renewal_fault
            where since < $1
            order by since, contract_id, code""";

    private final Pool pool;

    PgMeetingReads(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Instant> now() {
        return all(NOW, Tuple.tuple(), row -> instant(row, "now")).map(found -> found.get(0));
    }

    @Override
    public Uni<Faces> faces(LocalDate today) {
        return all(NAMES, Tuple.tuple(), row -> row)
                .chain(names -> all(OWNERS, Tuple.of(today), row -> row)
                        .map(owners -> new Faces(pairs(names, "name"), pairs(owners, "staff_id"))));
    }

    /** Of several the last. */
    private static Map<String, String> pairs(List<Row> rows, String column) {
        Map<String, String> pairs = new HashMap<>();
        rows.forEach(row -> pairs.put(row.getString("account_id"), row.getString(column)));
        return pairs;
    }

    @Override
    public Uni<List<Risk>> risks(Instant since, Instant until) {
        return all(
                RISKS,
                Tuple.of(utc(since), utc(until)),
                row -> new Risk(
                        row.getUUID("episode_id"),
                        row.getString("account_id"),
                        row.getString("reason"),
                        row.getString("severity"),
                        instant(row, "opened_at"),
                        row.getOffsetDateTime("ended_at") == null ? null : instant(row, "ended_at")));
    }

    @Override
    public Uni<List<Overdue>> overdue(Instant until) {
        return all(
                OVERDUE,
                Tuple.of(utc(until)),
                row -> new Overdue(
                        row.getUUID("task_id"),
                        row.getString("account_id"),
                        row.getString("play"),
                        row.getString("role"),
                        row.getString("assignee"),
                        instant(row, "due_at"),
                        row.getInteger("escalation")));
    }

    @Override
    public Uni<List<StageMove>> stageMoves(Instant since, Instant until) {
        return all(
                STAGES,
                Tuple.of(utc(since), utc(until)),
                row -> new StageMove(row.getString("account_id"), row.getString("stage"), instant(row, "stage_since")));
    }

    @Override
    public Uni<List<OpportunityRecord>> opportunities() {
        return all(OPPORTUNITIES, Tuple.tuple(), row -> row.getString("body"))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(bodies -> bodies.stream().map(PgMeetingReads::opportunity).toList());
    }

    @Override
    public Uni<List<RenewalMove>> renewalMoves(Instant since, Instant until) {
        return all(
                RENEWAL_MOVES,
                Tuple.of(utc(since), utc(until)),
                row -> new RenewalMove(
                        row.getString("contract_id"),
                        row.getString("account_id"),
                        row.getString("stage"),
                        row.getString("author"),
                        instant(row, "at")));
    }

    @Override
    public Uni<List<Fault>> faults(Instant until) {
        return all(
                FAULTS,
                Tuple.of(utc(until)),
                row -> new Fault(
                        row.getString("contract_id"),
                        row.getString("account_id"),
                        row.getString("code"),
                        row.getString("detail"),
                        instant(row, "since")));
    }

    private static OpportunityRecord opportunity(String body) {
        return WireJson.read(body.getBytes(StandardCharsets.UTF_8), OpportunityRecord.class);
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private <T> Uni<List<T>> all(String sql, Tuple parameters, Function<Row, T> reader) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            List<T> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.add(reader.apply(row)));
            return all;
        });
    }
}
