package io.playcaller.router.brake.out;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** How many accounts there are of which health-service has said the tier. */
@ApplicationScoped
public class PgEligibleAccounts {

    private static final String BY_TIER = "select tier, count(*) from account where tier is not null group by tier";

    private final Pool pool;

    PgEligibleAccounts(Pool pool) {
        this.pool = pool;
    }

    public Uni<Map<String, Long>> byTier() {
        return pool.query(BY_TIER).execute().map(rows -> {
            Map<String, Long> accounts = new HashMap<>();
            rows.forEach(row -> accounts.put(row.getString(0), row.getLong(1)));
            return accounts;
        });
    }
}
