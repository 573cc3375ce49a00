package io.playcaller.forecast.kpi.out;

import io.playcaller.contracts.Ids;
import io.playcaller.forecast.engine.review.Proposal;
import io.playcaller.forecast.kpi.Decision;
import io.playcaller.forecast.kpi.Subject;
import io.playcaller.forecast.kpi.app.Decisions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table {@code programme_decision}. */
@ApplicationScoped
public class PgDecisions implements Decisions {

    private static final String OF = """
            select decision_id, quarter, play, content, decision, reason, author, at
            from programme_decision
            where quarter = $1
            order by at, decision_id""";

    private static final String ADD = """
            insert into programme_decision (decision_id, quarter, play, content, decision, reason, author, at)
            values ($1, $2, $3, $4, $5, $6, $7, playcaller_now())
            returning decision_id, quarter, play, content, decision, reason, author, at""";

    private final Pool pool;

    PgDecisions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Decision>> of(String quarter) {
        return pool.preparedQuery(OF).execute(Tuple.of(quarter)).map(rows -> {
            List<Decision> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.add(decision(row)));
            return all;
        });
    }

    @Override
    public Uni<Decision> add(String quarter, Subject subject, Proposal.Kind decision, String reason, String author) {
        Tuple row = Tuple.tuple()
                .addUUID(Ids.next())
                .addString(quarter)
                .addString(subject.play())
                .addString(subject.content())
                .addString(decision.name().toLowerCase(Locale.ROOT))
                .addString(reason)
                .addString(author);
        return pool.preparedQuery(ADD)
                .execute(row)
                .map(rows -> decision(rows.iterator().next()));
    }

    private static Decision decision(Row row) {
        return new Decision(
                row.getUUID("decision_id"),
                row.getString("quarter"),
                row.getString("play"),
                row.getString("content"),
                Proposal.Kind.valueOf(row.getString("decision").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getString("author"),
                row.getOffsetDateTime("at").toInstant());
    }
}
