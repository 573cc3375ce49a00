package io.playcaller.forecast.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playcaller.forecast.ServiceDay;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class DailySweepComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String id = "snap-" + UUID.randomUUID();

    @AfterEach
    void today() throws SQLException {
        execute("delete from forecast where contract_id = '%s'".formatted(id));
        ServiceDay.comeBack();
    }

    @Test
    void eachDayIsKeptOnceAndNeverChanges() throws SQLException {
        execute("""
                insert into forecast (contract_id, account_id, rev, open, as_of, renewal_on, category, arr_minor,
                    currency, renews, contracts, expands, body, inputs, told_at, told_rev)
                values ('%s', 'none', 1, true, clock_timestamp(), '2030-01-01', 'best-case', 100, 'EUR', 900000, 0, 0,
                    '{}', '{}', clock_timestamp(), 1)""".formatted(id));
        await().atMost(LIMIT).until(() -> kept().size() == 1);

        execute("update forecast set renews = 100000, rev = 2 where contract_id = '%s'".formatted(id));
        ServiceDay.goOn(1);
        await().atMost(LIMIT).until(() -> kept().size() == 2);

        assertThat(kept()).containsExactly(900_000, 100_000);
        assertThatThrownBy(() -> execute("update forecast_snapshot set renews = 1"))
                .hasMessageContaining("written once");
        assertThatThrownBy(() -> execute("delete from forecast_snapshot")).hasMessageContaining("written once");
    }

    private List<Integer> kept() throws SQLException {
        try (Connection connection =
                        PlaycallerStack.shared().dataSource("forecast").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select renews from forecast_snapshot where contract_id = '%s' order by day".formatted(id))) {
            List<Integer> kept = new ArrayList<>();
            while (rows.next()) {
                kept.add(rows.getInt(1));
            }
            return kept;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection =
                        PlaycallerStack.shared().dataSource("forecast").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
