package io.playcaller.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Starts the server's processes on a directory that the caller has locked. */
final class PostgresServer {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final PostgresSettings settings;
    private final Path data;

    PostgresServer(PostgresSettings settings) {
        this.settings = settings;
        this.data = dataDirectory(settings.directory());
    }

    static Path logFile(Path directory) {
        return directory.resolve("postgres.log");
    }

    /** Written by the server; removing it is the last that it does. */
    static Path pidFile(Path directory) {
        return dataDirectory(directory).resolve("postmaster.pid");
    }

    private static Path dataDirectory(Path directory) {
        return directory.resolve("data").toAbsolutePath();
    }

    /**
     * Stops the server of an earlier run; forgets a process id that meanwhile belongs to something else.
     *
     * @return whether one was stopped
     */
    static boolean clearLeftOver(Path directory, StartListener listener) {
        Path pidFile = pidFile(directory);
        Path data = dataDirectory(directory);
        Optional<LeftOver> named = LeftOver.named("PostgreSQL", pidFile);
        Optional<LeftOver> server = named.filter(process -> process.commandLineContains(data.toString()));
        if (server.isPresent()) {
            long pid = server.get().pid();
            listener.noticed(
                    "PostgreSQL", "process %d of an earlier run still serves %s; stopping it".formatted(pid, data));
            server.get().stop("INT");
        } else if (named.isPresent()) {
            listener.noticed(
                    "PostgreSQL",
                    "%s names process %d, which is not its server; removing the file"
                            .formatted(pidFile, named.get().pid()));
            delete(pidFile);
        }
        return server.isPresent();
    }

    EmbeddedPostgres launch(int port) throws IOException {
        String durable = settings.durable() ? "on" : "off";
        Redirect log = Redirect.appendTo(logFile(settings.directory()).toFile());
        // The builder passes -F (no fsync) before these settings, and the later one counts.
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setPGStartupWait(START_LIMIT)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("timezone", settings.timeZone())
                .setServerConfig("max_connections", Integer.toString(settings.maxConnections()))
                .setServerConfig("listen_addresses", LoopbackPorts.HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_wal_size", "256MB");
        settings.server().forEach(builder::setServerConfig);
        return builder.start();
    }

    /** The first process of the server that {@link #launch} started; another program started it, so it is no child of this JVM. */
    ProcessHandle firstProcess() {
        return LeftOver.named("PostgreSQL", pidFile(settings.directory()))
                .map(LeftOver::process)
                .orElseThrow(() -> new BackingServiceException(
                        "PostgreSQL ended as soon as it had started; its log is " + logFile(settings.directory())));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new BackingServiceException("PostgreSQL cannot start: remove %s by hand".formatted(file), e);
        }
    }
}
