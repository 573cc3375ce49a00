package io.playcaller.health.engine.episode;

/**
 * Where the automaton of one rule stands; times in milliseconds, {@link #NONE} where there is none.
 *
 * @param openedAt of the open or the last episode
 * @param closedAt of the last episode; {@link #NONE} while it is open
 * @param onSince since when the condition with a for-duration holds
 * @param urgentSince since when the condition without one holds
 * @param offSince since when the condition is over
 */
public record Phase(
        long openedAt, int openings, long lastOpened, long closedAt, long onSince, long urgentSince, long offSince) {

    public static final long NONE = Long.MAX_VALUE;

    public static final Phase IDLE = new Phase(NONE, 0, NONE, NONE, NONE, NONE, NONE);
}
