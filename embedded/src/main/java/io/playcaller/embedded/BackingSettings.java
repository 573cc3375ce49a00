package io.playcaller.embedded;

import java.nio.file.Path;

/**
 * Where the three backing services keep their data and where they listen.
 *
 * @param directory each service has a directory of its own below it
 * @param kafkaPort 0 for a free one
 * @param redisPort 0 for a free one
 * @param postgres its directory is {@code postgres} below {@code directory}
 */
public record BackingSettings(Path directory, int kafkaPort, int redisPort, PostgresSettings postgres) {

    /** For data that people keep, on ports that they know. */
    public static BackingSettings durable(Path directory, int kafkaPort, int postgresPort, int redisPort) {
        return new BackingSettings(
                directory, kafkaPort, redisPort, PostgresSettings.durable(directory.resolve("postgres"), postgresPort));
    }

    /** For tests: free ports, nothing durable, sessions of PostgreSQL outside UTC. */
    public static BackingSettings forTests(Path directory) {
        return new BackingSettings(directory, 0, 0, PostgresSettings.forTests(directory.resolve("postgres")));
    }
}
