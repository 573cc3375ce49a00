package io.playcaller.health.engine.state;

import io.playcaller.health.engine.episode.Watch;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.score.Said;

/**
 * Where an account stands, derived from its facts and the log.
 *
 * @param boundary the first time at which time alone changes something, milliseconds; {@link #NEVER} for a fresh account
 * @param model content hash of the model that judged it; empty before the first tick
 * @param importing whether history came in an import that is still open
 */
public record Standing(long boundary, Said said, Watch watch, Freeze freeze, String model, boolean importing) {

    public static final long NEVER = Long.MAX_VALUE;

    static final Standing NEW = new Standing(NEVER, Said.NOTHING, Watch.NEW, Freeze.NOTHING, "", false);
}
