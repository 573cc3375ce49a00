package io.playcaller.router.config;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** {@code playcaller.router.digital.track.*}: messages by a marketing tool that takes Segment's {@code track}. */
public interface TrackConfig {

    /** Where calls go, such as {@code https://api.segment.io/v1/track}; without it none are made. */
    Optional<URI> url();

    /** Of the source; sent as the user of Basic authentication. */
    Optional<String> writeKey();

    /** Hosts, or networks such as {@code 127.0.0.0/8}, that may be reached although they are not public. */
    Optional<List<String>> allow();

    @WithDefault("15s")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 2)
    Duration timeout();
}
