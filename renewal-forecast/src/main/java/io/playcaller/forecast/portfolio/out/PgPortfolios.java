package io.playcaller.forecast.portfolio.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.portfolio.Renewal;
import io.playcaller.forecast.portfolio.app.Portfolios;
import io.playcaller.forecast.renewal.Categories;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the tables {@code forecast} and {@code contract}. */
@ApplicationScoped
public class PgPortfolios implements Portfolios {

    private static final String TODAY = "select (playcaller_now() at time zone 'UTC')::date as today";
    private static final String RENEWALS = """
            select renewal_on, category, currency, arr_minor, renews, contracts, expands
            from forecast
            where open
            order by renewal_on, contract_id""";
    private static final String CONTRACTS = "select body from contract order by contract_id";

    private final Pool pool;

    PgPortfolios(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<LocalDate> today() {
        return all(TODAY, row -> row.getLocalDate("today")).map(days -> days.get(0));
    }

    @Override
    public Uni<List<Renewal>> renewals() {
        return all(RENEWALS, PgPortfolios::renewal);
    }

    @Override
    public Uni<List<ContractRecord>> contracts() {
        return all(
                        CONTRACTS,
                        row -> WireJson.read(
                                row.getString("body").getBytes(StandardCharsets.UTF_8), ContractRecord.class))
                .map(all -> all.stream().filter(ContractRecord::stands).toList());
    }

    private <T> Uni<List<T>> all(String sql, Function<Row, T> reader) {
        return pool.query(sql).execute().map(rows -> {
            List<T> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.add(reader.apply(row)));
            return all;
        });
    }

    private static Renewal renewal(Row row) {
        return new Renewal(
                row.getLocalDate("renewal_on"),
                Categories.of(row.getString("category")).orElse(Category.UNKNOWN),
                row.getString("currency"),
                new ContractOutlook(
                        row.getLong("arr_minor"),
                        row.getInteger("renews"),
                        row.getInteger("contracts"),
                        row.getInteger("expands")));
    }
}
