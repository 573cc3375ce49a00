package io.playcaller.chassis.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code playcaller.clock.*}. */
@ConfigMapping(prefix = "playcaller.clock")
public interface ClockConfig {

    /** Whether business time may be moved, by the offset row; for the quickstart and tests. */
    @WithDefault("false")
    boolean adjustable();
}
