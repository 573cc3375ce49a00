package io.playcaller.chassis.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** {@code playcaller.database.*}. */
@ConfigMapping(prefix = "playcaller.database")
public interface DatabaseConfig {

    /** A connection that waits for an answer longer than this is given up: whoever should answer is gone. */
    @WithDefault("60s")
    @DurationMin(seconds = 1)
    Duration silenceLimit();

    /** How long the readiness check waits for PostgreSQL. */
    @WithDefault("1s")
    @DurationMin(millis = 50)
    Duration readinessLimit();
}
