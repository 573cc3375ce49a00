package io.playcaller.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path directory;

    @Test
    void rowsSurviveARestart() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.forTests(directory))) {
            execute(postgres, "create table account (name text)");
            execute(postgres, "insert into account values ('Globex')");

            assertThat(ask(postgres, "show server_version")).startsWith("18");
            assertThat(ask(postgres, "show fsync")).isEqualTo("off");
        }

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.durable(directory, 0))) {
            assertThat(ask(postgres, "select name from account")).isEqualTo("Globex");
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void aKilledServerSaysThatItEndedAndRecoversItsCommittedRows() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(PostgresSettings.durable(directory, 0));
        execute(killed, "create table account (name text)");
        execute(killed, "insert into account values ('Initech')");
        ProcessHandle first = ProcessHandle.of(killed.pid()).orElseThrow();
        List<ProcessHandle> itsWorkers = first.children().toList();
        first.destroyForcibly();

        killed.ended().get(60, TimeUnit.SECONDS);
        // They end by themselves when they notice; until the last has, PostgreSQL starts no other server on their data.
        for (ProcessHandle worker : itsWorkers) {
            worker.onExit().get(60, TimeUnit.SECONDS);
        }
        assertThat(killed.pid()).isZero();
        killed.close();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.durable(directory, 0))) {
            assertThat(ask(postgres, "select name from account")).isEqualTo("Initech");
        }
    }

    @Test
    void aServerLeftByAKilledRunIsStoppedAndItsRowsAreKept() throws Exception {
        long leftOver = ForkedRun.thatDiesWithItsServerRunning(directory, "postgres");
        List<String> notices = new ArrayList<>();

        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(PostgresSettings.durable(directory, 0), collecting(notices))) {

            assertThat(ask(postgres, "select name from account")).isEqualTo("Umbrella");
            assertThat(ProcessHandle.of(leftOver).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(notices).singleElement().asString().contains("process " + leftOver + " of an earlier run");
        }
    }

    @Test
    void aProcessIdThatBelongsToSomethingElseByNowIsForgotten() throws Exception {
        EmbeddedPostgres.start(PostgresSettings.forTests(directory)).close();
        long foreign = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("data/postmaster.pid"), foreign + "\n");
        List<String> notices = new ArrayList<>();

        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(PostgresSettings.forTests(directory), collecting(notices))) {

            assertThat(postgres.pid()).isNotIn(0L, foreign);
            assertThat(notices)
                    .singleElement()
                    .asString()
                    .contains("names process " + foreign + ", which is not its server");
        }
    }

    @Test
    void aTakenPortIsNamed() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.forTests(directory))) {
            PostgresSettings samePort = PostgresSettings.durable(directory.resolve("other"), postgres.port());

            assertThatThrownBy(() -> EmbeddedPostgres.start(samePort))
                    .hasMessage("port %d is taken by another process; set --postgres-port or stop it", postgres.port());
        }
    }

    static StartListener collecting(List<String> notices) {
        return new StartListener() {
            @Override
            public void noticed(String service, String what) {
                notices.add(what);
            }
        };
    }

    static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
