package io.playcaller.router.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** {@code playcaller.router.slack.*}. */
@ConfigMapping(prefix = "playcaller.router.slack")
public interface SlackConfig {

    /** Token of the app's bot, {@code xoxb-…}; without it nothing is told in Slack. */
    Optional<String> token();

    /** With which Slack signs what people press; without it no button does anything. */
    Optional<String> signingSecret();

    /** Where its methods are. */
    @WithDefault("https://slack.com/api/")
    URI api();

    /** Of a role: the id of the channel that hears of its tasks while nobody has them. */
    Map<String, String> channels();

    /** Hosts, or networks such as {@code 127.0.0.0/8}, that may be reached although they are not public. */
    Optional<List<String>> allow();

    /** How long one attempt may take, all its calls together. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 2)
    Duration timeout();
}
