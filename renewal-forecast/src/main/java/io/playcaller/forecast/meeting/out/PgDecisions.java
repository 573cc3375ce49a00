package io.playcaller.forecast.meeting.out;

import io.playcaller.contracts.Ids;
import io.playcaller.forecast.engine.meeting.MeetingKind;
import io.playcaller.forecast.meeting.Decision;
import io.playcaller.forecast.meeting.app.Decisions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code decision}. */
@ApplicationScoped
public class PgDecisions implements Decisions {

    private static final String ADD = """
            insert into decision (decision_id, kind, day, what, owner, due_on, account_id, decided_by, decided_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, playcaller_now())
            returning *""";

    private static final String DONE = """
            update decision
            set done_at = coalesce(done_at, playcaller_now()), done_by = coalesce(done_by, $2),
                outcome = coalesce(outcome, $3)
            where decision_id = $1
            returning *""";

    private static final String OF = """
            select * from decision where kind = $1 and day = $2 order by decided_at, decision_id""";

    private static final String OPEN = """
            select * from decision where kind = $1 and day < $2 and done_at is null order by due_on, decision_id""";

    private static final String NOW = "select playcaller_now() as now";

    private static final String CHANGED = """
            select *
            from decision
            where (coalesce(done_at, decided_at), decision_id::text) > ($1, $2)
            order by coalesce(done_at, decided_at), decision_id::text
            limit $3""";

    private static final String LAST = "select max(day) as last from decision where kind = $1 and day < $2";

    private final Pool pool;

    PgDecisions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Decision> add(New decided, String by) {
        Object[] parameters = {
            Ids.next(),
            decided.kind().key(),
            decided.day(),
            decided.what(),
            decided.owner(),
            decided.dueOn(),
            decided.accountId().orElse(null),
            by
        };
        return pool.preparedQuery(ADD)
                .execute(Tuple.wrap(parameters))
                .map(rows -> decision(rows.iterator().next()));
    }

    @Override
    public Uni<Optional<Decision>> done(UUID decisionId, String by, String outcome) {
        return pool.preparedQuery(DONE)
                .execute(Tuple.of(decisionId, by, outcome))
                .map(rows -> all(rows).stream().findFirst());
    }

    @Override
    public Uni<List<Decision>> of(MeetingKind kind, LocalDate day) {
        return pool.preparedQuery(OF).execute(Tuple.of(kind.key(), day)).map(PgDecisions::all);
    }

    @Override
    public Uni<List<Decision>> openBefore(MeetingKind kind, LocalDate day) {
        return pool.preparedQuery(OPEN).execute(Tuple.of(kind.key(), day)).map(PgDecisions::all);
    }

    @Override
    public Uni<Optional<LocalDate>> lastBefore(MeetingKind kind, LocalDate day) {
        return pool.preparedQuery(LAST)
                .execute(Tuple.of(kind.key(), day))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLocalDate("last")));
    }

    @Override
    public Uni<Changed> changedAfter(Instant at, String id, int limit) {
        Tuple place = Tuple.of(at.atOffset(ZoneOffset.UTC), id, limit);
        return pool.query(NOW)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant())
                .chain(now -> pool.preparedQuery(CHANGED).execute(place).map(rows -> new Changed(now, all(rows))));
    }

    private static List<Decision> all(RowSet<Row> rows) {
        List<Decision> all = new ArrayList<>();
        rows.forEach(row -> all.add(decision(row)));
        return all;
    }

    private static Decision decision(Row row) {
        OffsetDateTime doneAt = row.getOffsetDateTime("done_at");
        return new Decision(
                row.getUUID("decision_id"),
                row.getString("kind"),
                row.getLocalDate("day"),
                row.getString("what"),
                row.getString("owner"),
                row.getLocalDate("due_on"),
                row.getString("account_id"),
                row.getString("decided_by"),
                row.getOffsetDateTime("decided_at").toInstant(),
                doneAt == null ? null : doneAt.toInstant(),
                row.getString("done_by"),
                row.getString("outcome"));
    }
}
