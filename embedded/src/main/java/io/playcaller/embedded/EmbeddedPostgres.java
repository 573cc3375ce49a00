package io.playcaller.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server as a child process, with the database {@value #DATABASE}. Any password opens it: it listens on
 * loopback only. A server that an earlier, killed run left on the directory is stopped first.
 */
public final class EmbeddedPostgres implements BackingService {

    /** The option that moves the server to another port. */
    public static final String PORT_OPTION = "--postgres-port";

    /** The one database; each service has a schema in it. */
    public static final String DATABASE = "playcaller";

    /** The owner of everything. */
    public static final String USER = "postgres";

    /** Accepted like any other. */
    public static final String PASSWORD = "postgres";

    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final Path pidFile;
    private final DirectoryLock lock;
    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final ProcessHandle firstProcess;
    private final Duration startTook;

    private EmbeddedPostgres(
            Path pidFile,
            DirectoryLock lock,
            io.zonky.test.db.postgres.embedded.EmbeddedPostgres server,
            ProcessHandle firstProcess,
            Duration startTook) {
        this.pidFile = pidFile;
        this.lock = lock;
        this.server = server;
        this.firstProcess = firstProcess;
        this.startTook = startTook;
    }

    /**
     * Starts a server and returns when the database answers.
     *
     * @param listener hears of a server of an earlier run that had to be stopped
     * @throws PortTakenException if the port belongs to somebody else
     * @throws BackingServiceException if the directory is in use or the server does not start
     */
    public static EmbeddedPostgres start(PostgresSettings settings, StartListener listener) {
        Stopwatch watch = new Stopwatch();
        DirectoryLock lock = DirectoryLock.acquire(settings.directory(), "PostgreSQL");
        try {
            PostgresServer.clearLeftOver(settings.directory(), listener);
            int port = LoopbackPorts.claim(settings.port(), PORT_OPTION);
            PostgresServer launcher = new PostgresServer(settings);
            var server = launcher.launch(port);
            createDatabase(server.getPostgresDatabase());
            return new EmbeddedPostgres(
                    PostgresServer.pidFile(settings.directory()),
                    lock,
                    server,
                    launcher.firstProcess(),
                    watch.elapsed());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        } catch (IOException | SQLException e) {
            lock.close();
            throw new BackingServiceException(
                    "PostgreSQL did not start in %s; its log is %s"
                            .formatted(settings.directory(), PostgresServer.logFile(settings.directory())),
                    e);
        }
    }

    /** Starts a server without listening to its progress. */
    public static EmbeddedPostgres start(PostgresSettings settings) {
        return start(settings, StartListener.SILENT);
    }

    /**
     * Ends the server that a killed run left on a directory.
     *
     * @return whether there was one
     * @throws BackingServiceException if the directory is in use, or the server does not end
     */
    public static boolean endLeftOver(Path directory, StartListener listener) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        DirectoryLock lock = DirectoryLock.acquire(directory, "PostgreSQL");
        try {
            return PostgresServer.clearLeftOver(directory, listener);
        } finally {
            lock.close();
        }
    }

    /** What the servers on a directory say, the newest last. */
    public static Path logFile(Path directory) {
        return PostgresServer.logFile(directory);
    }

    private static void createDatabase(DataSource maintenance) throws SQLException {
        try (Connection connection = maintenance.getConnection();
                Statement statement = connection.createStatement()) {
            var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'");
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    /** The port on loopback. */
    public int port() {
        return server.getPort();
    }

    /** For JDBC, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s/%s".formatted(address(), DATABASE);
    }

    /** For the reactive client, without user and password. */
    public String reactiveUrl() {
        return "postgresql://%s/%s".formatted(address(), DATABASE);
    }

    /** Opens a new connection on each request; meant for tests and setting up. */
    public DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl());
        dataSource.setUser(USER);
        dataSource.setPassword(PASSWORD);
        return dataSource;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String address() {
        return LoopbackPorts.HOST + ":" + port();
    }

    @Override
    public Duration startTook() {
        return startTook;
    }

    /** Of the server's first process. */
    @Override
    public long pid() {
        return firstProcess.isAlive() ? firstProcess.pid() : 0;
    }

    @Override
    public CompletableFuture<OptionalInt> ended() {
        return firstProcess.onExit().thenApply(exited -> OptionalInt.empty());
    }

    @Override
    public void close() {
        try {
            // Asks it to end, and waits for five seconds. A process that has done its last may be seen until init, its
            // parent, takes note: that is not waited for.
            server.close();
            if (Files.exists(pidFile) && firstProcess.isAlive()) {
                awaitEnd();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }

    private void awaitEnd() {
        try {
            firstProcess.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            firstProcess.destroyForcibly();
        } catch (InterruptedException e) {
            firstProcess.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
