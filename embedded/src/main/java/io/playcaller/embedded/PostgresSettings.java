package io.playcaller.embedded;

import java.nio.file.Path;
import java.util.Map;

/**
 * How an embedded PostgreSQL runs.
 *
 * @param directory where it keeps its data and its log
 * @param port the port on loopback, or 0 for a free one
 * @param durable whether a commit survives a crash of the machine; without it commits are much faster
 * @param timeZone the time zone of sessions, a name such as {@code Asia/Kathmandu}
 * @param maxConnections how many sessions it admits
 * @param server settings of the server beside these, by PostgreSQL's names; they count over what is set here without asking
 */
public record PostgresSettings(
        Path directory, int port, boolean durable, String timeZone, int maxConnections, Map<String, String> server) {

    private static final int MAX_CONNECTIONS = 200;

    public PostgresSettings {
        if (!timeZone.matches("[A-Za-z0-9_+/-]+")) {
            throw new IllegalArgumentException("time zone: expected a name such as Europe/Paris, got " + timeZone);
        }
        server = Map.copyOf(server);
    }

    /** For data that people keep: durable, sessions in UTC. */
    public static PostgresSettings durable(Path directory, int port) {
        return new PostgresSettings(directory, port, true, "UTC", MAX_CONNECTIONS, Map.of());
    }

    /**
     * For tests: not durable, a free port, and sessions 5 h 45 min ahead of UTC, so that whoever relies on the zone of
     * the session fails.
     */
    public static PostgresSettings forTests(Path directory) {
        return new PostgresSettings(directory, 0, false, "Asia/Kathmandu", MAX_CONNECTIONS, Map.of());
    }

    /** The same with other settings of the server. */
    public PostgresSettings with(Map<String, String> settings) {
        return new PostgresSettings(directory, port, durable, timeZone, maxConnections, settings);
    }
}
