package io.playcaller.forecast.portfolio.out;

import io.playcaller.forecast.portfolio.app.OpenPlays;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the table {@code task_open}. */
@ApplicationScoped
public class PgOpenPlays implements OpenPlays {

    private static final String BY_ACCOUNT = """
            select distinct account_id, play
            from task_open
            where account_id is not null and state in ('open', 'acknowledged') and play = any($1::text[])""";

    private final Pool pool;

    PgOpenPlays(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<String, Set<String>>> byAccount(Collection<String> plays) {
        if (plays.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(BY_ACCOUNT)
                .execute(Tuple.of(plays.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Set<String>> byAccount = new HashMap<>();
                    rows.forEach(row -> byAccount
                            .computeIfAbsent(row.getString("account_id"), id -> new TreeSet<>())
                            .add(row.getString("play")));
                    return byAccount;
                });
    }
}
