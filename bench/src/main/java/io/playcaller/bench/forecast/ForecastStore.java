package io.playcaller.bench.forecast;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.embedded.EmbeddedPostgres;
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

/** The tables that renewal-forecast reads for its portfolio, as far as it reads them, and its statement. */
final class ForecastStore implements AutoCloseable {

    /** Of {@code PgRenewalTable}; a test holds them together. */
    static final String RENEWALS = """
            select forecast.contract_id, forecast.account_id, forecast.renewal_on, forecast.category, forecast.currency,
                forecast.arr_minor, forecast.renews, forecast.contracts, forecast.expands,
                health.segment, health.tier, account.region, owner.staff_id
            from forecast
                left join account on account.account_id = forecast.account_id
                left join health on health.account_id = forecast.account_id
                left join (
                    select distinct on (account_id) account_id, staff_id
                    from account_owner
                    where role = 'csm' and from_day <= ? and (until_day is null or until_day > ?)
                    order by account_id, from_day desc, staff_id) owner on owner.account_id = forecast.account_id
            where forecast.open
            order by forecast.contract_id""";

    private static final String TABLES = """
            create table forecast (
                contract_id text primary key, account_id text not null, rev bigint not null, open boolean not null,
                renewal_on date not null, category text not null, arr_minor bigint not null, currency text not null,
                renews integer not null, contracts integer not null, expands integer not null, body text not null);
            create table account (account_id text primary key, region text);
            create table health (account_id text primary key, segment text, tier text);
            create table account_owner (account_id text, role text, staff_id text, from_day date, until_day date)""";

    private static final String FORECAST = """
            insert into forecast (contract_id, account_id, rev, open, renewal_on, category, arr_minor, currency, renews,
                contracts, expands, body)
            values (?, ?, 1, true, ?::date, 'best-case', ?, ?, ?, ?, ?, ?)""";

    private static final String ACCOUNTS = """
            insert into account (account_id, region) select account_id, 'emea' from forecast;
            insert into health (account_id, segment, tier) select account_id, 'smb', 'pooled' from forecast;
            insert into account_owner (account_id, role, staff_id, from_day)
            select account_id, 'csm', 's' || abs(hashtext(account_id)) % 200, '2020-01-01' from forecast""";

    private static final String GROW =
            "update forecast set arr_minor = arr_minor * 2, rev = rev + 1 where contract_id = ?";

    private final Connection connection;

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
                statement.setString(9, new String(WireJson.write(forecast), StandardCharsets.UTF_8));
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

    /** All open contracts by quarter. */
    Map<Integer, List<ContractOutlook>> quarters(LocalDate today, ToIntFunction<LocalDate> quarter) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(RENEWALS)) {
            statement.setObject(1, today);
            statement.setObject(2, today);
            Map<Integer, List<ContractOutlook>> quarters = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    LocalDate renewalOn = rows.getObject(3, LocalDate.class);
                    quarters.computeIfAbsent(quarter.applyAsInt(renewalOn), number -> new ArrayList<>())
                            .add(new ContractOutlook(rows.getLong(6), rows.getInt(7), rows.getInt(8), rows.getInt(9)));
                }
            }
            return quarters;
        } catch (SQLException e) {
            throw new IOException("PostgreSQL refused", e);
        }
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
