package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.Scoring;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why a score moved, in contributions that sum exactly to the change. Points that move count with the weight they had;
 * an input that comes or goes counts against the score as it stood, so that its own good or bad is its own, and a change
 * of weights alone is redistribution.
 */
public final class Decomposition {

    static final String FLOOR = "floor";

    /** One part before rounding, in millionths of milli-points. */
    private record Term(Cause cause, MeasureKind kind, long exact) {

        long whole() {
            return Math.floorDiv(exact, (long) Weights.WHOLE);
        }

        long remainder() {
            return Math.floorMod(exact, (long) Weights.WHOLE);
        }
    }

    private final Map<MeasureKind, Measure> measures = new EnumMap<>(MeasureKind.class);

    public Decomposition(Scoring scoring) {
        scoring.measures().forEach(measure -> measures.put(measure.kind(), measure));
    }

    /**
     * The contributions of a change: first {@code cause}, then redistribution, or the other scorecard.
     *
     * @param cause what moved the inputs: time, a fact, or a new model
     */
    public List<Contribution> of(Levels before, Levels after, Cause cause) {
        boolean otherCard = before.scored() && !before.card().equals(after.card());
        Cause spread = otherCard || cause == Cause.MODEL ? Cause.MODEL : Cause.REDISTRIBUTION;
        // Where nothing is measured any more, what went takes all its points with it.
        long reference = after.scored() ? before.raw() : 0;
        List<Term> terms = new ArrayList<>();
        for (MeasureKind kind : MeasureKind.values()) {
            int i = kind.position();
            long weight = before.present(i) ? before.weights()[i] : 0;
            long newWeight = after.present(i) ? after.weights()[i] : 0;
            if (weight > 0 && newWeight > 0) {
                terms.add(new Term(cause, kind, weight * (after.points()[i] - before.points()[i])));
                terms.add(new Term(spread, kind, (newWeight - weight) * (after.points()[i] - reference)));
            } else if (newWeight > 0) {
                terms.add(new Term(cause, kind, newWeight * (after.points()[i] - reference)));
            } else if (weight > 0) {
                terms.add(new Term(cause, kind, -weight * (before.points()[i] - reference)));
            }
        }
        List<Contribution> contributions = rounded(merged(terms), after.raw() - before.raw());
        if (after.floor() != before.floor()) {
            contributions.add(floor(cause, after.floor() - before.floor()));
        }
        return contributions;
    }

    private static Contribution floor(Cause cause, long points) {
        return new Contribution(cause, FLOOR, null, points, points < 0 ? Reason.SUP_SEVERE_OPEN : null);
    }

    private static List<Term> merged(List<Term> terms) {
        Map<Cause, Map<MeasureKind, Long>> sums = new EnumMap<>(Cause.class);
        terms.forEach(term -> sums.computeIfAbsent(term.cause(), c -> new EnumMap<>(MeasureKind.class))
                .merge(term.kind(), term.exact(), Long::sum));
        List<Term> merged = new ArrayList<>();
        sums.forEach((cause, kinds) -> kinds.forEach((kind, exact) -> {
            if (exact != 0) {
                merged.add(new Term(cause, kind, exact));
            }
        }));
        return merged;
    }

    private List<Contribution> rounded(List<Term> terms, long sum) {
        long left = sum - terms.stream().mapToLong(Term::whole).sum();
        List<Term> byRemainder = terms.stream()
                .sorted(Comparator.comparingLong(Term::remainder)
                        .reversed()
                        .thenComparing(Term::cause)
                        .thenComparing(term -> term.kind().id()))
                .toList();
        List<Term> raised = byRemainder.subList(0, Math.toIntExact(left));
        List<Contribution> contributions = new ArrayList<>();
        for (Term term : terms) {
            long points = term.whole() + (raised.contains(term) ? 1 : 0);
            if (points != 0) {
                contributions.add(contribution(term, points));
            }
        }
        return contributions;
    }

    private Contribution contribution(Term term, long points) {
        Measure measure = measures.get(term.kind());
        String dimension =
                measure == null ? term.kind().feed().name().toLowerCase(java.util.Locale.ROOT) : measure.dimension();
        Reason reason = measure == null || points > 0 ? null : measure.reason();
        return new Contribution(term.cause(), dimension, term.kind().id(), points, reason);
    }
}
