package io.playcaller.health.engine.episode;

/**
 * An episode as the facts tell it.
 *
 * @param openedAt when it first opened, milliseconds
 * @param openings how often it opened, counting reopenings
 * @param lastOpened when it opened last
 * @param closedAt {@link Long#MAX_VALUE} while it is open
 */
public record Spell(int rule, long openedAt, int openings, long lastOpened, long closedAt) {

    public boolean open() {
        return closedAt == Long.MAX_VALUE;
    }
}
