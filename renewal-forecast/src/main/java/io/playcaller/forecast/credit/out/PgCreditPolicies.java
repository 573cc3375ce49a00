package io.playcaller.forecast.credit.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.credit.app.CreditPolicies;
import io.playcaller.forecast.engine.credit.CreditPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The table {@code credit_policy}. */
@ApplicationScoped
public class PgCreditPolicies implements CreditPolicies {

    private static final String ALL = "select body from credit_policy order by from_day";

    private static final String KEEP = """
            insert into credit_policy (version, from_day, body, known_at)
            values ($1, $2, $3, playcaller_now())
            on conflict (version) do nothing""";

    private static final String LOOK_AGAIN = "update credit_seen set version = -1";

    private final Pool pool;

    PgCreditPolicies(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<CreditPolicy>> all() {
        return pool.query(ALL).execute().map(rows -> {
            List<CreditPolicy> policies = new ArrayList<>();
            rows.forEach(row -> policies.add(
                    WireJson.read(row.getString("body").getBytes(StandardCharsets.UTF_8), CreditPolicy.class)));
            return policies;
        });
    }

    @Override
    public Uni<Void> keep(CreditPolicy policy) {
        String body = new String(WireJson.write(policy), StandardCharsets.UTF_8);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(policy.version(), policy.from(), body))
                .chain(kept -> kept.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : transaction.query(LOOK_AGAIN).execute().replaceWithVoid()));
    }
}
