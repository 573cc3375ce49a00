package io.playcaller.forecast.memory.out;

import io.playcaller.forecast.memory.Judgement;
import io.playcaller.forecast.memory.app.Judgements;
import io.playcaller.forecast.renewal.Categories;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the table {@code judgement}. */
@ApplicationScoped
public class PgJudgements implements Judgements {

    private static final String OF = """
            select contract_id, renewal_on, role, category, amount_minor, renews, author, at, expires_at, withdrawn_at
            from judgement
            where contract_id = any($1::text[])
            order by contract_id, at, judgement_id""";

    private final Pool pool;

    PgJudgements(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<String, List<Judgement>>> of(Collection<String> contractIds) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(contractIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<Judgement>> byContract = new HashMap<>();
                    rows.forEach(row -> byContract
                            .computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>())
                            .add(judgement(row)));
                    return byContract;
                });
    }

    private static Judgement judgement(Row row) {
        String category = row.getString("category");
        OffsetDateTime withdrawnAt = row.getOffsetDateTime("withdrawn_at");
        return new Judgement(
                row.getString("contract_id"),
                row.getLocalDate("renewal_on"),
                row.getString("role"),
                category == null ? null : Categories.of(category).orElse(null),
                row.getLong("amount_minor"),
                row.getInteger("renews"),
                row.getString("author"),
                row.getOffsetDateTime("at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                withdrawnAt == null ? null : withdrawnAt.toInstant());
    }
}
