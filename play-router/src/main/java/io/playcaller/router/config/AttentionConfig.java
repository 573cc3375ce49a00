package io.playcaller.router.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** {@code playcaller.router.attention.*}: when our people are interrupted. Times are by the wall clock of each one's zone. */
@ConfigMapping(prefix = "playcaller.router.attention")
public interface AttentionConfig {

    /** How many a day may bring beside the digest; critical ones are not counted. */
    @WithDefault("3")
    @Min(0)
    @Max(1_000)
    int interruptions();

    @WithDefault("08:30")
    LocalTime digestAt();

    @WithDefault("18:00")
    LocalTime quietFrom();

    @WithDefault("08:00")
    LocalTime quietUntil();

    /** How often what waits for a decision is looked at. */
    @WithDefault("250ms")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 1)
    Duration poll();

    /** How often is looked for digests that are due: the most that one is late. */
    @WithDefault("15s")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 10)
    Duration digestPoll();
}
