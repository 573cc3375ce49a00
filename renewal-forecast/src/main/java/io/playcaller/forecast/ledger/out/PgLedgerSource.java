package io.playcaller.forecast.ledger.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.forecast.config.ForecastConfig;
import io.playcaller.forecast.engine.currency.Rate;
import io.playcaller.forecast.engine.currency.Rates;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.ledger.AccountAttributes;
import io.playcaller.forecast.ledger.AccountAttributes.OwnedBy;
import io.playcaller.forecast.ledger.AccountAttributes.ProfileSince;
import io.playcaller.forecast.ledger.LedgerInputs;
import io.playcaller.forecast.ledger.app.LedgerSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the tables {@code contract}, {@code account}, {@code account_profile}, {@code account_owner} and {@code rate}. Rows are
 * read on a worker thread: there may be a hundred thousand of them.
 */
@ApplicationScoped
public class PgLedgerSource implements LedgerSource {

    private static final String TODAY = "select (playcaller_now() at time zone 'UTC')::date as today";
    private static final String CONTRACTS = "select body from contract order by contract_id";
    private static final String ACCOUNTS =
            "select account_id, region, merged_into, body from account where body <> '{}'";
    private static final String PROFILES = "select account_id, since, segment, tier from account_profile";
    private static final String OWNERS =
            "select account_id, staff_id, from_day, until_day from account_owner where role = 'csm'";
    private static final String RATES = """
            select distinct on (currency, day) currency, day, rate
            from rate
            where reporting = $1
            order by currency, day, version desc""";

    private final Pool pool;
    private final ForecastConfig config;

    PgLedgerSource(Pool pool, ForecastConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** An account, and where it is merged into another one. */
    private record Known(AccountRecord account, String region, String mergedInto) {}

    @Override
    public Uni<LocalDate> today() {
        return all(TODAY, Tuple.tuple(), row -> row.getLocalDate("today")).map(days -> days.get(0));
    }

    @Override
    public Uni<LedgerInputs> inputs() {
        return Uni.combine()
                .all()
                .unis(
                        all(CONTRACTS, Tuple.tuple(), row -> read(row, ContractRecord.class)),
                        all(ACCOUNTS, Tuple.tuple(), PgLedgerSource::account),
                        all(PROFILES, Tuple.tuple(), PgLedgerSource::profile),
                        all(OWNERS, Tuple.tuple(), PgLedgerSource::owner),
                        all(RATES, Tuple.of(config.reportingCurrency()), PgLedgerSource::rate))
                .asTuple()
                .map(read -> new LedgerInputs(
                        read.getItem1(),
                        tree(read.getItem2()),
                        new AccountAttributes(regions(read.getItem2()), read.getItem3(), read.getItem4()),
                        new Rates(config.reportingCurrency(), config.rateMaxAgeDays(), read.getItem5())));
    }

    private static AccountTree tree(List<Known> accounts) {
        Map<String, List<ParentLink>> parents = new HashMap<>();
        Map<String, String> mergedInto = new HashMap<>();
        for (Known known : accounts) {
            parents.put(known.account().accountId(), known.account().parents());
            if (!known.mergedInto().isEmpty()) {
                mergedInto.put(known.account().accountId(), known.mergedInto());
            }
        }
        return new AccountTree(parents, mergedInto);
    }

    private static Map<String, String> regions(List<Known> accounts) {
        Map<String, String> regions = new HashMap<>();
        accounts.stream()
                .filter(known -> !known.region().isEmpty())
                .forEach(known -> regions.put(known.account().accountId(), known.region()));
        return regions;
    }

    private static Known account(Row row) {
        String region = row.getString("region");
        String mergedInto = row.getString("merged_into");
        return new Known(
                read(row, AccountRecord.class), region == null ? "" : region, mergedInto == null ? "" : mergedInto);
    }

    private static ProfileSince profile(Row row) {
        return new ProfileSince(
                row.getString("account_id"),
                row.getLocalDate("since"),
                row.getString("segment"),
                row.getString("tier"));
    }

    private static OwnedBy owner(Row row) {
        return new OwnedBy(
                row.getString("account_id"),
                row.getString("staff_id"),
                row.getLocalDate("from_day"),
                row.getLocalDate("until_day"));
    }

    private static Rate rate(Row row) {
        return new Rate(row.getString("currency"), row.getLocalDate("day"), row.getBigDecimal("rate"));
    }

    private static <T extends Record> T read(Row row, Class<T> type) {
        return WireJson.read(row.getString("body").getBytes(StandardCharsets.UTF_8), type);
    }

    private <T> Uni<List<T>> all(String sql, Tuple parameters, Function<Row, T> reader) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    List<T> all = new ArrayList<>(rows.size());
                    rows.forEach(row -> all.add(reader.apply(row)));
                    return all;
                });
    }
}
