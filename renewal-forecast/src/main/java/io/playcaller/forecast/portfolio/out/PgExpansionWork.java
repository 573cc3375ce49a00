package io.playcaller.forecast.portfolio.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.forecast.portfolio.GrowthWork;
import io.playcaller.forecast.portfolio.app.ExpansionWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the tables {@code opportunity}, {@code signal} and {@code task_open}. */
@ApplicationScoped
public class PgExpansionWork implements ExpansionWork {

    private static final String OPPORTUNITIES = "select body from opportunity where stage = 'open'";

    private static final String SIGNALLED =
            "select distinct account_id from signal where open and reason = any($1::text[])";

    private static final String WORKED = """
            select distinct account_id
            from task_open
            where account_id is not null and state in ('open', 'acknowledged') and reason = any($1::text[])""";

    private static final String[] EXPANSION = Arrays.stream(Reason.values())
            .filter(reason -> reason.kind() == SignalKind.EXPANSION)
            .map(Reason::code)
            .toArray(String[]::new);

    private final Pool pool;

    PgExpansionWork(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<GrowthWork> now() {
        return opportunities()
                .chain(open -> accounts(SIGNALLED)
                        .chain(signalled -> accounts(WORKED).map(worked -> new GrowthWork(open, signalled, worked))));
    }

    private Uni<List<OpportunityRecord>> opportunities() {
        return pool.query(OPPORTUNITIES)
                .execute()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    List<OpportunityRecord> open = new ArrayList<>(rows.size());
                    rows.forEach(row -> open.add(WireJson.read(
                            row.getString("body").getBytes(StandardCharsets.UTF_8), OpportunityRecord.class)));
                    return open;
                });
    }

    private Uni<Set<String>> accounts(String sql) {
        return pool.preparedQuery(sql).execute(Tuple.of(EXPANSION)).map(rows -> {
            Set<String> accounts = new HashSet<>();
            rows.forEach(row -> accounts.add(row.getString("account_id")));
            return accounts;
        });
    }
}
