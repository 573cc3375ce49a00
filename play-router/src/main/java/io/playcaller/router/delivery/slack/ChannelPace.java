package io.playcaller.router.delivery.slack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Messages of this process to each channel, one a second: faster than that Slack refuses them. Times count from the beginning
 * of the process.
 */
public final class ChannelPace {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Map<String, Duration> free = new HashMap<>();

    /**
     * How long the next message to a channel waits; it is taken to be sent then.
     *
     * @return empty where that would be more than {@code longest}: nothing is taken then
     */
    public synchronized Optional<Duration> next(String channel, Duration now, Duration longest) {
        free.values().removeIf(at -> at.compareTo(now) <= 0);
        Duration at = free.getOrDefault(channel, now);
        Duration wait = at.minus(now);
        if (wait.compareTo(longest) > 0) {
            return Optional.empty();
        }
        free.put(channel, at.plus(EVERY));
        return Optional.of(wait);
    }
}
