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
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlaycallerStack.class)
class BusinessClockComponentTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    @Inject
    BusinessClock clock;

    @Inject
    DataSource database;

    @AfterEach
    void backToRealTime() {
        move("0 seconds");
        await().atMost(SOON).until(() -> clock.offset().isZero());
    }

    @Test
    void withoutAnOffsetBothTellRealTime() {
        isAhead(Duration.ZERO, this::sqlNow);
        isAhead(Duration.ZERO, clock::instant);
    }

    @ParameterizedTest
    @CsvSource({"3 days,PT72H", "-90 minutes,PT-90M", "1 month,PT720H"})
    void anOffsetMovesBothByTheSameRealLengthOfTime(String interval, Duration length) {
        move(interval);

        await().atMost(SOON).until(() -> clock.offset().equals(length));
        isAhead(length, this::sqlNow);
        isAhead(length, clock::instant);
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
                assertThat(row.getLong(1)).isCloseTo(Duration.ofDays(300).toSeconds(), within(600L));
            }
        }
    }

    /** By exactly that: what it tells lies between real time before and after it was asked, however long that took. */
    private static void isAhead(Duration length, Supplier<Instant> told) {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        assertThat(told.get().minus(length)).isBetween(before, Instant.now());
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
