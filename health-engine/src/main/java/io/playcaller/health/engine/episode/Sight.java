package io.playcaller.health.engine.episode;

import java.util.List;

/**
 * What watching found.
 *
 * @param whole the track, and what happened after the newest tick
 * @param spells the episodes as the facts tell them now
 * @param phases where the automaton of each rule stands now
 * @param next the next instant at which something happened, or is due or too old, milliseconds; what automata and midnights
 *     do is not among them
 */
public record Sight(Watch watch, Track whole, List<Spell> spells, List<Phase> phases, long next) {

    public Sight {
        spells = List.copyOf(spells);
        phases = List.copyOf(phases);
    }
}
