package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.measure.Context;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.engine.profile.Placement;
import org.jspecify.annotations.Nullable;

/**
 * An account judged at a time.
 *
 * @param placement where it is placed, and why
 * @param values thousandths per {@linkplain io.playcaller.health.engine.model.Places place}
 * @param confidence millionths: full weight of what is present and not frozen
 * @param adoption thousandths of 0 to 100, or {@link Reading#MISSING}
 * @param rolling what children make of the account's own score
 * @param overridden what our own people make of it
 * @param peers what relative measures are compared with
 */
// Nobody writes to the arrays; lists of boxes would cost ten times the memory.
@SuppressWarnings("ArrayRecordComponent")
public record Assessment(
        Context context,
        Placement placement,
        Levels levels,
        long[] values,
        int confidence,
        long adoption,
        Rolling rolling,
        Overridden overridden,
        Baseline peers) {

    public Profile profile() {
        return placement.placed().profile();
    }

    public boolean scored() {
        return overridden.scored() || rolling.scored();
    }

    /** With children, and with what people say. */
    public long score() {
        return computed() + Overridden.sum(overridden.parts());
    }

    /** With children, and without what people say. */
    long computed() {
        return rolling.score(levels);
    }

    /** Thousandths of 0 to 100; null while nothing is known of it. */
    @Nullable
    Long adoptionIndex() {
        return adoption == Reading.MISSING ? null : (Long) adoption;
    }

    /** Whether a floor holds the score. */
    public boolean floored() {
        return overridden.levels().floor() < 0 && !overridden.whole();
    }
}
