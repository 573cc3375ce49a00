package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.measure.Context;

/**
 * An account judged at a time.
 *
 * @param values thousandths per {@linkplain io.playcaller.health.engine.model.MeasureKind#position() position}
 * @param confidence millionths: full weight of what is present and not frozen
 * @param adoption thousandths of 0 to 100
 */
// Nobody writes to the arrays; lists of boxes would cost ten times the memory.
@SuppressWarnings("ArrayRecordComponent")
public record Assessment(
        Context context, Profile profile, Levels levels, long[] values, int confidence, long adoption) {

    public boolean scored() {
        return levels.scored();
    }

    public long score() {
        return levels.score();
    }
}
