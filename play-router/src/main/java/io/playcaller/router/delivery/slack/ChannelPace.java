package io.playcaller.router.delivery.slack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Messages of this process to each channel, one a second: faster than that Slack refuses them. Times count from the beginning
 * of the process.
 */
public final class ChannelPace {

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** However many wait, each asks again after so long at most. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** When a channel takes the next message, and for when the last of those that wait was told to ask again. */
    private record Turn(Duration free, Duration told) {}

    private final Map<String, Turn> turns = new HashMap<>();

    /**
     * Zero when a message to a channel may go now; it is taken to be sent then. Else after how long it is to ask again: those that
     * wait are told different times, and whoever asks first when the channel is free goes.
     */
    public synchronized Duration next(String channel, Duration now) {
        turns.values().removeIf(turn -> turn.free().compareTo(now) <= 0);
        Turn turn = turns.get(channel);
        if (turn == null) {
            turns.put(channel, new Turn(now.plus(EVERY), now));
            return Duration.ZERO;
        }
        Duration next = turn.told().compareTo(turn.free()) < 0
                ? turn.free()
                : turn.told().plus(EVERY);
        Duration latest = now.plus(LONGEST_WAIT);
        Duration told = next.compareTo(latest) > 0 ? latest : next;
        turns.put(channel, new Turn(turn.free(), told));
        return told.minus(now);
    }
}
