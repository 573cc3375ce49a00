package io.playcaller.health.engine.episode;

import io.playcaller.health.engine.fact.Days;
import java.util.Collections;
import java.util.List;

/**
 * How an account is watched.
 *
 * @param baseAt before it, episodes are history that late facts no longer change; milliseconds, {@link #NO_BASE} while
 *     there is none
 * @param base the phase of every rule at {@code baseAt}
 * @param told what people know
 */
public record Watch(Track track, long baseAt, List<Phase> base, List<Told> told) {

    public static final long NO_BASE = Long.MIN_VALUE;

    public static final Watch NEW =
            new Watch(Track.EMPTY, NO_BASE, Collections.nCopies(Rules.COUNT, Phase.IDLE), List.of());

    public Watch {
        base = List.copyOf(base);
        told = List.copyOf(told);
    }

    /** Whether the account was judged when no history was coming. */
    boolean based() {
        return baseAt != NO_BASE;
    }

    /** The first midnight at which the account was not judged yet, milliseconds; {@link Long#MAX_VALUE} while it never was. */
    public long judgedBefore() {
        return track.size() == 0 ? Long.MAX_VALUE : Days.start(Days.of(track.at()[track.size() - 1]) + 1);
    }

    Watch telling(List<Told> nowTold) {
        return new Watch(track, baseAt, base, nowTold);
    }
}
