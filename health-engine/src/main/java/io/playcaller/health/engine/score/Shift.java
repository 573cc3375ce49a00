package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.FactRef;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.Places;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one cause did to a score through one measure, or what children did to it.
 *
 * @param measure null for a floor, and for children
 * @param exact millionths of milli-points, not 0: rounded only when it is said
 * @param fact the last one that did it, of children the one that did most; null where time, peers or a model did, or where it is not known
 */
public record Shift(
        Cause cause,
        @Nullable String measure,
        long exact,
        @Nullable FactRef fact) {

    /** Causes one after the other, each by measures; floors come last. */
    private static final Comparator<Shift> ORDER = Comparator.comparing((Shift shift) -> shift.measure() == null)
            .thenComparing(Shift::cause)
            .thenComparingInt(Shift::place)
            .thenComparing(shift -> shift.measure() == null ? "" : shift.measure());

    /** Both, one after the other: of a cause and a measure the sum, by the later fact. What comes to nothing is left out. */
    static List<Shift> joined(List<Shift> first, List<Shift> then) {
        List<Shift> joined = new ArrayList<>(first);
        for (Shift shift : then) {
            int same = 0;
            while (same < joined.size() && ORDER.compare(joined.get(same), shift) != 0) {
                same++;
            }
            if (same == joined.size()) {
                joined.add(shift);
            } else {
                joined.set(same, joined.get(same).plus(shift));
            }
        }
        joined.removeIf(shift -> shift.exact() == 0);
        joined.sort(ORDER);
        return joined;
    }

    /** @param points milli-points, not 0 */
    static Shift ofChildren(long points, @Nullable FactRef fact) {
        return new Shift(Cause.CHILD, null, points * Weights.WHOLE, fact);
    }

    boolean byChildren() {
        return cause == Cause.CHILD;
    }

    /** Those that the engine knows by their position, all others after them. */
    private int place() {
        return measure == null
                ? Integer.MAX_VALUE
                : MeasureKind.ofId(measure).map(MeasureKind::position).orElse(Places.KNOWN.size());
    }

    long whole() {
        return Math.floorDiv(exact, (long) Weights.WHOLE);
    }

    long remainder() {
        return Math.floorMod(exact, (long) Weights.WHOLE);
    }

    /** What children do moves by facts of theirs and by those of the account under them: of two, what did more is named. */
    private Shift plus(Shift later) {
        boolean less = Math.abs(later.exact) < Math.abs(exact);
        boolean earlierNamed = byChildren() ? less : later.fact == null;
        return new Shift(cause, measure, exact + later.exact, earlierNamed ? fact : later.fact);
    }

    /** The same without a fact whose id is too long to be kept. */
    Shift kept() {
        return Readings.keeps(fact) ? this : new Shift(cause, measure, exact, null);
    }
}
