package io.playcaller.health.engine.episode;

import java.util.List;

/**
 * What watching found.
 *
 * @param whole the track, and what happened after the newest tick
 * @param spells the episodes as the facts tell them now
 * @param boundary when time alone changes something next, milliseconds
 */
public record Sight(Watch watch, Track whole, List<Spell> spells, long boundary) {

    public Sight {
        spells = List.copyOf(spells);
    }
}
