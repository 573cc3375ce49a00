package io.playcaller.router.task.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.RouterSettings;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL makes of the questions that the timer worker asks ten times a second, with many timers that wait. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class PgTimersComponentTest {

    private static final int PENDING = 10_000;

    @ParameterizedTest
    @ValueSource(strings = {PgTimers.ANY_DUE, PgTimers.CLAIM})
    void whatWaitsIsNotLookedAt(String question) throws SQLException {
        try (Connection connection =
                PlaycallerStack.shared().dataSource("router").getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // Given
                statement.execute("""
                        with made as (
                            insert into task (task_id, rev, play_run_id, play, open, state, minutes, value_at_risk,
                                              created_at, body)
                            select gen_random_uuid(), 1, gen_random_uuid(), 'far ahead', false, 'COMPLETED', 0, 0,
                                   playcaller_now(), '{}'
                            from generate_series(1, %d)
                            returning task_id)
                        insert into timer (task_id, clock, cycle, level, due_at)
                        select task_id, 'ACCEPT', 1, 1, playcaller_now() + interval '300 days' from made""".formatted(PENDING));
                statement.execute("analyze timer");

                // When
                List<String> plan = plan(statement, question);

                // Then
                assertThat(plan).anyMatch(line -> line.contains("timer_due"));
                assertThat(plan).anyMatch(line -> line.contains("Index Cond: (due_at <="));
                assertThat(plan).noneMatch(line -> line.contains("Seq Scan on timer"));
            } finally {
                connection.rollback();
            }
        }
    }

    /** With a limit of 50, at the instant of now. */
    private static List<String> plan(Statement statement, String question) throws SQLException {
        String asked = question.replace("$1", "50").replace("$2", "statement_timestamp()");
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("explain (analyze, timing off) " + asked)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
