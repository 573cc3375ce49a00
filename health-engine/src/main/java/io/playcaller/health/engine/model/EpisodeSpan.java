package io.playcaller.health.engine.model;

import java.time.Duration;

/**
 * What keeps flapping conditions from flapping people.
 *
 * @param clearFor how long the condition must be over before the episode closes
 * @param cooldown after the close, nothing opens for so long
 * @param reopenWithin what opens again within so long after the close is the same episode
 */
public record EpisodeSpan(Duration clearFor, Duration cooldown, Duration reopenWithin) {

    public EpisodeSpan {
        Require.range("clearFor", clearFor.toDays(), 0, 14);
        Require.notNegative("clearFor", clearFor);
        Require.notNegative("cooldown", cooldown);
        Require.notNegative("reopenWithin", reopenWithin);
    }
}
