package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.FactRef;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.Places;
import io.playcaller.health.engine.model.Scoring;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a score moved, in contributions that sum exactly to the change. Points that move count with the weight they had;
 * an input that comes or goes counts against the score as it stood, so that its own good or bad is its own, and a change
 * of weights alone is redistribution.
 */
public final class Decomposition {

    static final String FLOOR = "floor";

    /** The dimension of a measure that another model declared. */
    private static final String GONE = "gone";

    private final Map<String, Measure> measures = new HashMap<>();

    public Decomposition(Scoring scoring) {
        scoring.measures().forEach(measure -> measures.put(measure.id(), measure));
    }

    /** The contributions of a change: first {@code cause}, then redistribution, or the other scorecard. */
    List<Contribution> of(Levels before, Levels after, Cause cause) {
        return of(shifts(before, after, cause, null), after.raw() - before.raw());
    }

    /**
     * What moved a score, in the order of the contributions that say so. Where both have declared measures, the places of one begin with
     * those of the other.
     *
     * @param cause what moved the inputs: time, a fact, peers or a new model
     * @param fact that did it; null where none did
     */
    static List<Shift> shifts(Levels before, Levels after, Cause cause, @Nullable FactRef fact) {
        boolean otherCard = before.scored() && !before.card().equals(after.card());
        Cause spread = otherCard || cause == Cause.MODEL ? Cause.MODEL : Cause.REDISTRIBUTION;
        // Where nothing is measured any more, what went takes all its points with it.
        long reference = after.scored() ? before.raw() : 0;
        List<Shift> moved = new ArrayList<>();
        List<Shift> spreads = new ArrayList<>();
        Places places = before.places().size() > after.places().size() ? before.places() : after.places();
        for (int i = 0; i < places.size(); i++) {
            String measure = places.id(i);
            long weight = before.present(i) ? before.weights()[i] : 0;
            long newWeight = after.present(i) ? after.weights()[i] : 0;
            if (weight > 0 && newWeight > 0) {
                add(moved, cause, measure, weight * (after.points()[i] - before.points()[i]), fact);
                add(spreads, spread, measure, (newWeight - weight) * (after.points()[i] - reference), fact);
            } else if (newWeight > 0) {
                add(moved, cause, measure, newWeight * (after.points()[i] - reference), fact);
            } else if (weight > 0) {
                add(moved, cause, measure, -weight * (before.points()[i] - reference), fact);
            }
        }
        if (after.floor() != before.floor()) {
            add(moved, cause, null, (after.floor() - before.floor()) * Weights.WHOLE, fact);
        }
        return Shift.joined(moved, spreads);
    }

    private static void add(
            List<Shift> shifts, Cause cause, @Nullable String measure, long exact, @Nullable FactRef fact) {
        if (exact != 0) {
            shifts.add(new Shift(cause, measure, exact, fact));
        }
    }

    /**
     * Shifts in milli-points, by the facts that did them.
     *
     * @param points what they sum to without the floor
     */
    List<Contribution> of(List<Shift> shifts, long points) {
        Set<Shift> raised = raised(shifts, points);
        List<Contribution> contributions = new ArrayList<>();
        for (Shift shift : shifts) {
            long whole = shift.whole() + (raised.contains(shift) ? 1 : 0);
            if (whole != 0) {
                contributions.add(contribution(shift, whole));
            }
        }
        return contributions;
    }

    /** Those that take a thousandth of what is left, by largest remainder. */
    private static Set<Shift> raised(List<Shift> shifts, long points) {
        List<Shift> measured =
                shifts.stream().filter(shift -> shift.measure() != null).toList();
        long left = points - measured.stream().mapToLong(Shift::whole).sum();
        return measured.stream()
                .sorted(Comparator.comparingLong(Shift::remainder)
                        .reversed()
                        .thenComparing(Shift::cause)
                        .thenComparing(shift -> Objects.requireNonNull(shift.measure())))
                .limit(left)
                .collect(Collectors.toSet());
    }

    private Contribution contribution(Shift shift, long points) {
        String id = shift.measure();
        if (id == null) {
            return contribution(shift, FLOOR, points, points < 0 ? Reason.SUP_SEVERE_OPEN : null);
        }
        Measure measure = measures.get(id);
        String dimension = measure == null ? dimensionOfBefore(id) : measure.dimension();
        return contribution(shift, dimension, points, measure == null || points > 0 ? null : measure.reason());
    }

    /** Of a measure that the model does not have. */
    private static String dimensionOfBefore(String id) {
        return MeasureKind.ofId(id)
                .map(kind -> kind.feed().name().toLowerCase(Locale.ROOT))
                .orElse(GONE);
    }

    private static Contribution contribution(Shift shift, String dimension, long points, @Nullable Reason reason) {
        return new Contribution(
                shift.cause(), dimension, shift.measure(), points, reason, null, null, null, shift.fact(), null);
    }
}
