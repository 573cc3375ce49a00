package io.playcaller.chassis.clock;

import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StrayOffsetComponentTest.MovedDatabase.class)
class StrayOffsetComponentTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    @Inject
    DataSource database;

    @Test
    void aClockThatNobodyMayMoveKeepsTheServiceFromBeingReadyWhileItIsMoved() throws SQLException {
        assertClock("DOWN", "clock_offset is PT72H, must be zero without playcaller.clock.adjustable");

        execute("update clock_offset set offset_value = interval '0'");
        assertClock("UP", null);

        execute("update clock_offset set offset_value = interval '5 minutes'");
        assertClock("DOWN", "clock_offset is PT5M, must be zero without playcaller.clock.adjustable");
    }

    @Test
    void aRowThatCannotBeReadIsNotTakenForZero() throws SQLException {
        execute("alter table clock_offset rename to clock_offset_away");
        try {
            when().get("/q/health/ready")
                    .then()
                    .body("checks.find { it.name == 'clock' }.status", equalTo("DOWN"))
                    .body(
                            "checks.find { it.name == 'clock' }.data.difference",
                            containsString("clock_offset cannot be read"));
        } finally {
            execute("alter table clock_offset_away rename to clock_offset");
        }
    }

    /** A database that is slow to answer is another reason to be down, for a moment. */
    private static void assertClock(String status, @Nullable String difference) {
        await().atMost(SOON)
                .untilAsserted(() -> when().get("/q/health/ready")
                        .then()
                        .body("checks.find { it.name == 'clock' }.status", equalTo(status))
                        .body("checks.find { it.name == 'clock' }.data?.difference", equalTo(difference)));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A database that was moved, and a service that is not told so. */
    public static final class MovedDatabase implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            PlaycallerStack stack = PlaycallerStack.shared();
            String schema = stack.freshSchema();
            Flyway.configure()
                    .dataSource(stack.dataSource(schema))
                    .locations("db/clock")
                    .load()
                    .migrate();
            try (Connection connection = stack.dataSource(schema).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("update clock_offset set offset_value = interval '72 hours'");
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            Map<String, String> config = new HashMap<>(stack.config(schema));
            config.put("playcaller.clock.adjustable", "false");
            return config;
        }

        @Override
        public void stop() {}
    }
}
