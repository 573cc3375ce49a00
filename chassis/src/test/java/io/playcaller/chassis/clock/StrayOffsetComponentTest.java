package io.playcaller.chassis.clock;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.hasItem;

import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StrayOffsetComponentTest.MovedDatabase.class)
class StrayOffsetComponentTest {

    @Test
    void aMovedClockThatNobodyMayMoveKeepsTheServiceFromBeingReady() {
        when().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(
                        "checks.findAll { it.name == 'clock' }.data.difference",
                        hasItem("clock_offset is PT72H, must be zero without playcaller.clock.adjustable"));
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
