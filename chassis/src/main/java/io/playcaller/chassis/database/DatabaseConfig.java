package io.playcaller.chassis.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code playcaller.database.*}. */
@ConfigMapping(prefix = "playcaller.database")
interface DatabaseConfig {

    /** A connection that waits for an answer longer than this is given up: whoever should answer is gone. */
    @WithDefault("60s")
    Duration silenceLimit();

    /** How long the readiness check waits for PostgreSQL. */
    @WithDefault("1s")
    Duration readinessLimit();
}
