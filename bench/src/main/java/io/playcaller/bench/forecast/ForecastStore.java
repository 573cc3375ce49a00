package io.playcaller.bench.forecast;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.forecast.RenewedShares;
import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.forecast.engine.contract.AmountShares;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The tables that renewal-forecast reads for its portfolio, as far as it reads them, and its statements. */
final class ForecastStore implements AutoCloseable {

    /** Of {@code PgRenewalTable}, as is {@link #CHANGED}; a test holds them together. */
    static final String RENEWALS = """
            select forecast.contract_id, forecast.account_id, forecast.renewal_on, forecast.category, forecast.currency,
                forecast.arr_minor, forecast.renews, forecast.contracts, forecast.expands,
                health.segment, health.tier, account.region, owner.staff_id, forecast.shares, forecast.open,
                (forecast.renewal_on <= ? and exists (
                    select from renewal_outcome known
                    where known.contract_id = forecast.contract_id and known.renewal_on = forecast.renewal_on
                        and known.began)) as decided
            from forecast
                left join account on account.account_id = forecast.account_id
                left join health on health.account_id = forecast.account_id
                left join (
                    select distinct on (account_id) account_id, staff_id
                    from account_owner
                    where role = 'csm' and from_day <= ? and (until_day is null or until_day > ?)
                    order by account_id, from_day desc, staff_id) owner on owner.account_id = forecast.account_id
            where forecast.open""";

    static final String CHANGED = """
            with changed as (
                select contract_id from forecast where changed >= ?
                union
                select forecast.contract_id
                from (
                        select account_id from account where changed >= ?
                        union
                        select account_id from health where changed >= ?
                        union
                        select account_id from owners_told where changed >= ?) touched
                    join forecast on forecast.account_id = touched.account_id
                union
                select contract_id from renewal_outcome where changed >= ?)
            select forecast.contract_id, forecast.account_id, forecast.renewal_on, forecast.category, forecast.currency,
                forecast.arr_minor, forecast.renews, forecast.contracts, forecast.expands,
                health.segment, health.tier, account.region, owner.staff_id, forecast.shares, forecast.open,
                (forecast.renewal_on <= ? and exists (
                    select from renewal_outcome known
                    where known.contract_id = forecast.contract_id and known.renewal_on = forecast.renewal_on
                        and known.began)) as decided
            from changed
                join forecast on forecast.contract_id = changed.contract_id
                left join account on account.account_id = forecast.account_id
                left join health on health.account_id = forecast.account_id
                left join lateral (
                    select staff_id
                    from account_owner
                    where account_id = forecast.account_id and role = 'csm' and from_day <= ?
                        and (until_day is null or until_day > ?)
                    order by from_day desc, staff_id
                    limit 1) owner on true""";

    private static final String MARK = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private static final String TABLES = """
            create table forecast (
                contract_id text primary key, account_id text not null, rev bigint not null, open boolean not null,
                renewal_on date not null, category text not null, arr_minor bigint not null, currency text not null,
                renews integer not null, contracts integer not null, expands integer not null, body text not null,
                shares text, changed bigint not null default pg_current_xact_id()::text::bigint);
            create index on forecast (account_id);
            create index on forecast (changed);
            create table account (account_id text primary key, region text,
                changed bigint not null default pg_current_xact_id()::text::bigint);
            create index on account (changed);
            create table health (account_id text primary key, segment text, tier text,
                changed bigint not null default pg_current_xact_id()::text::bigint);
            create index on health (changed);
            create table owners_told (account_id text primary key,
                changed bigint not null default pg_current_xact_id()::text::bigint);
            create index on owners_told (changed);
            create table renewal_outcome (contract_id text, renewal_on date, recorded_on date, began boolean not null,
                changed bigint not null default pg_current_xact_id()::text::bigint,
                primary key (contract_id, renewal_on, recorded_on));
            create index on renewal_outcome (changed);
            create table account_owner (account_id text, role text, staff_id text, from_day date, until_day date,
                primary key (account_id, role, staff_id, from_day))""";

    private static final String FORECAST = """
            insert into forecast (contract_id, account_id, rev, open, renewal_on, category, arr_minor, currency, renews,
                contracts, expands, body, shares)
            values (?, ?, 1, true, ?::date, 'best-case', ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ACCOUNTS = """
            insert into account (account_id, region) select account_id, 'emea' from forecast;
            insert into health (account_id, segment, tier) select account_id, 'smb', 'pooled' from forecast;
            insert into owners_told (account_id) select account_id from forecast;
            insert into account_owner (account_id, role, staff_id, from_day)
            select account_id, 'csm', 's' || abs(hashtext(account_id)) % 200, '2020-01-01' from forecast""";

    private static final String GROW =
            "update forecast set arr_minor = arr_minor * 2, rev = rev + 1, changed = pg_current_xact_id()::text::bigint"
                    + " where contract_id = ?";

    private final Connection connection;
    private final Map<String, Known> known = new TreeMap<>();
    private long mark;

    private ForecastStore(Connection connection) {
        this.connection = connection;
    }

    /** A store with these forecasts, each of an account of its own. */
    static ForecastStore fill(EmbeddedPostgres postgres, List<RenewalForecast> forecasts) throws IOException {
        try {
            ForecastStore store = new ForecastStore(postgres.dataSource().getConnection());
            store.execute(TABLES);
            store.insert(forecasts);
            store.execute(ACCOUNTS);
            store.execute("analyze");
            return store;
        } catch (SQLException e) {
            throw new IOException("PostgreSQL refused", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(List<RenewalForecast> forecasts) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(FORECAST)) {
            for (RenewalForecast forecast : forecasts) {
                statement.setString(1, forecast.contractId());
                statement.setString(2, forecast.accountId());
                statement.setString(3, forecast.renewalOn().toString());
                statement.setLong(4, forecast.arr().minor());
                statement.setString(5, forecast.arr().currency());
                statement.setInt(6, forecast.renews());
                statement.setInt(7, forecast.contracts());
                statement.setInt(8, forecast.expands());
                statement.setString(9, json(forecast));
                statement.setString(10, json(AmountShares.of(forecast.shares()).told()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Doubles what a contract is worth, and commits. */
    void grow(String contractId) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(GROW)) {
            statement.setString(1, contractId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IOException("PostgreSQL refused", e);
        }
    }

    /** A contract as it was last read. */
    private record Known(LocalDate renewalOn, ContractOutlook outlook) {}

    /** All open contracts by quarter, as of now: what changed since the call before is read, the first time all. */
    Map<Integer, List<ContractOutlook>> quarters(LocalDate today, ToIntFunction<LocalDate> quarter) throws IOException {
        try {
            long now = mark();
            if (known.isEmpty()) {
                read(RENEWALS, today, today, today);
            } else {
                read(CHANGED, mark, mark, mark, mark, mark, today, today, today);
            }
            mark = now;
        } catch (SQLException e) {
            throw new IOException("PostgreSQL refused", e);
        }
        Map<Integer, List<ContractOutlook>> quarters = new TreeMap<>();
        known.values()
                .forEach(contract -> quarters.computeIfAbsent(
                                quarter.applyAsInt(contract.renewalOn()), number -> new ArrayList<>())
                        .add(contract.outlook()));
        return quarters;
    }

    private long mark() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MARK)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void read(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), new Known(rows.getObject(3, LocalDate.class), outlook(rows)));
                }
            }
        }
    }

    private static ContractOutlook outlook(ResultSet row) throws SQLException {
        RenewedShares shares = WireJson.read(row.getString(14).getBytes(StandardCharsets.UTF_8), RenewedShares.class);
        return new ContractOutlook(
                row.getLong(6), row.getInt(7), row.getInt(8), row.getInt(9), AmountShares.of(shares));
    }

    private static String json(Record data) {
        return new String(WireJson.write(data), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("PostgreSQL refused", e);
        }
    }
}
