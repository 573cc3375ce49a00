package io.playcaller.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.PostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** {@code schemas.sql} on a real PostgreSQL: each service makes its tables as its own user, and touches nothing else. */
class DatabaseUsersTest {

    private static final String REFUSED = "42501";

    @TempDir
    static Path directory;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void make() throws Exception {
        postgres = EmbeddedPostgres.start(PostgresSettings.forTests(directory));
        try (Connection admin = postgres.dataSource().getConnection()) {
            run(admin, asPsqlWouldSendIt(Repository.read("deploy/postgres/schemas.sql")));
        }
        for (DeployedService service : DeployedService.all()) {
            try (Connection own = connect(service)) {
                for (Path script : service.migrations()) {
                    run(own, Files.readString(script));
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void aServiceMakesAndUsesTablesInItsOwnSchema(String name) throws SQLException {
        DeployedService service = DeployedService.of(name);

        try (Connection own = connect(service);
                Statement statement = own.createStatement()) {
            statement.execute("create table one_more (id int)");
            statement.execute("insert into " + service.schema() + ".one_more values (1)");
            statement.execute("drop table one_more");
            assertThat(statement.execute("select * from clock_offset")).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void aServiceTouchesNothingElse(String name) throws SQLException {
        DeployedService service = DeployedService.of(name);

        try (Connection own = connect(service)) {
            for (DeployedService other : DeployedService.all()) {
                if (!other.name().equals(name)) {
                    assertRefused(own, "select * from " + other.schema() + ".clock_offset");
                    assertRefused(own, "create table " + other.schema() + ".stray (id int)");
                }
            }
            assertRefused(own, "create table public.stray (id int)");
            assertRefused(own, "create schema stray");
            assertRefused(own, "create role stray");
        }
    }

    @Test
    void anotherUserOfTheServerDoesNotEnterTheDatabase() throws SQLException {
        try (Connection admin = postgres.dataSource().getConnection()) {
            run(admin, "create role stranger login");
        }

        assertThatThrownBy(() -> connect("stranger", "public"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(REFUSED));
    }

    /** Its own commands are psql's; variables become literals. */
    private static String asPsqlWouldSendIt(String script) {
        return script.lines()
                .filter(line -> !line.startsWith("\\"))
                .map(line -> line.replaceAll(":'(\\w+)_password'", "'$1-secret'")
                        .replace(":\"DBNAME\"", EmbeddedPostgres.DATABASE))
                .collect(Collectors.joining("\n"));
    }

    private static void assertRefused(Connection connection, String sql) {
        assertThatThrownBy(() -> run(connection, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(REFUSED));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(DeployedService service) throws SQLException {
        return connect(service.databaseUser(), service.schema());
    }

    /** This server asks nobody for a password; what a user may do is what counts here. */
    private static Connection connect(String user, String schema) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setCurrentSchema(schema);
        return source.getConnection(user, "");
    }
}
