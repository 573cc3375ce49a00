package io.playcaller.chassis.topics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the topics of this installation must be. */
@ConfigMapping(prefix = "playcaller.topics")
public interface TopicsConfig {

    /** Whether missing topics are created at start; for the quickstart and tests. */
    @WithDefault("false")
    boolean create();

    /** Partitions of {@code customer-events}: the unit of scale, fixed at birth. */
    @WithDefault("64")
    @Min(1)
    int customerEventsPartitions();

    /** Partitions of the other topics when they are created here; any number works. */
    @WithDefault("8")
    @Min(1)
    int partitions();

    /** Copies of each topic; from 3 on, two of them must have a record before it counts as written. */
    @WithDefault("3")
    @Min(1)
    short replication();

    /** Retention that differs from the default, by topic without prefix, such as {@code customer-events: P730D}. */
    Map<String, @DurationMin(seconds = 1) Duration> retention();
}
