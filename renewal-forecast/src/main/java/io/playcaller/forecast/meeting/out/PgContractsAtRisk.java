package io.playcaller.forecast.meeting.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.meeting.ContractAtRisk;
import io.playcaller.forecast.meeting.app.ContractsAtRisk;
import io.playcaller.forecast.process.RenewalLine;
import io.playcaller.forecast.renewal.Categories;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code forecast} and {@code renewal_standing}. */
@ApplicationScoped
public class PgContractsAtRisk implements ContractsAtRisk {

    private static final String AT_RISK = """
            select forecast.body, standing.body as line
            from forecast left join renewal_standing standing on standing.contract_id = forecast.contract_id
            where forecast.open and coalesce(standing.category, forecast.category) = any($1::text[])""";

    private static final String[] CALLED = {Categories.key(Category.AT_RISK), Categories.key(Category.LOST)};

    private final Pool pool;

    PgContractsAtRisk(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ContractAtRisk>> now() {
        return pool.preparedQuery(AT_RISK)
                .execute(Tuple.of(CALLED))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    List<ContractAtRisk> contracts = new ArrayList<>(rows.size());
                    rows.forEach(row -> contracts.add(contract(row)));
                    return contracts;
                });
    }

    private static ContractAtRisk contract(Row row) {
        String line = row.getString("line");
        return ContractAtRisk.of(
                read(row.getString("body"), RenewalForecast.class),
                line == null ? null : read(line, RenewalLine.class).finalCall());
    }

    private static <T> T read(String body, Class<T> type) {
        return WireJson.read(body.getBytes(StandardCharsets.UTF_8), type);
    }
}
