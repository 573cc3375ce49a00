package io.playcaller.cli.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.cli.Refused;
import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.PostgresSettings;
import io.playcaller.quickstart.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockOffsetTest {

    @TempDir
    static Path directory;

    private static EmbeddedPostgres postgres;

    private final Settings settings = Settings.defaults().with("postgres", postgres.port());
    private final ClockOffset clock = new ClockOffset(settings);

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(PostgresSettings.forTests(directory));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @AfterEach
    void dropSchemas() throws SQLException {
        execute("drop schema if exists ingest cascade; drop schema if exists router cascade");
    }

    @Test
    void advanceMovesEveryServiceByTheSameAndAgain() throws Exception {
        createClock("ingest");
        createClock("router");

        clock.advance(Duration.ofDays(3));
        clock.advance(Duration.ofMinutes(90));

        Duration ahead = Duration.ofDays(3).plusMinutes(90);
        assertThat(clock.read())
                .containsExactly(new ClockOffset.Row("ingest", ahead), new ClockOffset.Row("router", ahead));
        Instant before = Instant.now();
        assertThat(new BusinessTime(settings).instant().minus(ahead)).isBetween(before, Instant.now());
    }

    @Test
    void whereOneCannotBeMovedNoneIs() throws Exception {
        createClock("ingest");
        createClock("router");
        execute("alter table router.clock_offset add check (offset_value < interval '1 day')");

        assertThatThrownBy(() -> clock.advance(Duration.ofDays(3)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the clock cannot be read or moved");

        assertThat(clock.read()).extracting(ClockOffset.Row::offset).containsOnly(Duration.ZERO);
    }

    @Test
    void beforeAnyServiceHasItsTablesItSaysSo() {
        assertThatThrownBy(clock::read)
                .isInstanceOf(Refused.class)
                .hasMessage("no service has made its tables yet; wait until ./playcaller status says ready");
    }

    private static void createClock(String schema) throws SQLException, IOException {
        try (InputStream migration = ClockOffsetTest.class.getResourceAsStream("/db/clock/V0_1__clock.sql")) {
            String sql = new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8);
            execute("create schema %1$s; set search_path to %1$s; %2$s".formatted(schema, sql));
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
