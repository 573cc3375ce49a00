package io.playcaller.chassis.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlaycallerStack.class)
class BusinessClockComponentTest {

    @Inject
    BusinessClock clock;

    @Inject
    DataSource database;

    @AfterEach
    void backToRealTime() {
        move("0 seconds");
        await().until(() -> clock.offset().isZero());
    }

    @Test
    void withoutAnOffsetBothTellRealTime() {
        assertThat(sqlNow()).isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @CsvSource({"3 days,PT72H", "-90 minutes,PT-90M", "1 month,PT720H"})
    void anOffsetMovesBothByTheSameRealLengthOfTime(String interval, Duration length) {
        move(interval);

        await().atMost(Duration.ofSeconds(5)).until(() -> clock.offset().equals(length));
        assertThat(clock.instant()).isCloseTo(sqlNow(), within(2, ChronoUnit.SECONDS));
        assertThat(sqlNow()).isCloseTo(Instant.now().plus(length), within(2, ChronoUnit.SECONDS));
    }

    @Test
    void aDayIsTwentyFourHoursWhateverTheSessionsZoneSays() throws SQLException {
        move("300 days");

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'America/New_York'");
            try (ResultSet row =
                    statement.executeQuery("select extract(epoch from playcaller_now() - clock_timestamp())::bigint")) {
                row.next();
                assertThat(row.getLong(1)).isCloseTo(Duration.ofDays(300).toSeconds(), within(1L));
            }
        }
    }

    private void move(String interval) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update clock_offset set offset_value = interval '" + interval + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Instant sqlNow() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select playcaller_now()")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
