package io.playcaller.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class RetentionComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String account = "retention-" + UUID.randomUUID();

    @Test
    void whatEndedLongAgoIsRemovedAndWhatIsOpenOrYoungStays() throws SQLException {
        told("'completed'", 800);
        told("'completed'", 700);
        told("'acknowledged'", 800);

        await().atMost(LIMIT).until(() -> count("task_open") == 2 && count("task_time") == 2);

        assertThat(count("task_open where state = 'acknowledged' and")).isEqualTo(1);
        assertThat(count("task_time where ended_at is null and")).isEqualTo(1);
    }

    /** A task as it is kept, {@code days} old; one that is over ended then. */
    private void told(String state, int days) throws SQLException {
        String at = "playcaller_now() - interval '%d days'".formatted(days);
        execute("""
                insert into task_open (task_id, account_id, play_run_id, play, role, reason, state, at, escalation, rev, body)
                values (gen_random_uuid(), '%s', gen_random_uuid(), 'p', 'csm', 'usage.drop', %s, %s, 0, 1, '{}')""".formatted(account, state, at));
        execute("""
                insert into task_time (task_id, account_id, play, role, created_at, ended_at, completed, accepted_late,
                    completed_late)
                values (gen_random_uuid(), '%s', 'p', 'csm', %s, case %s when 'completed' then %s end, true, false, false)""".formatted(account, at, state, at));
    }

    private int count(String rows) throws SQLException {
        String where = rows.contains(" where ") ? rows : rows + " where";
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select count(*) from %s account_id = '%s'".formatted(where, account))) {
            found.next();
            return found.getInt(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Connection connection() throws SQLException {
        return PlaycallerStack.shared().dataSource("forecast").getConnection();
    }
}
