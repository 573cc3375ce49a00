package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.fact.Ruling;
import io.playcaller.health.engine.judgement.InForce;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.Scorecard;
import io.playcaller.health.engine.model.Scoring;
import io.playcaller.health.engine.score.Overridden.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts what people say over what is computed, each override on the result of the one before, so that what they do sums exactly.
 * A measure that is overridden counts as present; a floor still holds a score of overridden measures, and not one that people
 * set.
 */
final class Overriding {

    /** The dimension of what is done to the whole score. */
    static final String WHOLE = "override";

    private final Scoring scoring;
    private final Weights weights;

    Overriding(Scoring scoring, Weights weights) {
        this.scoring = scoring;
        this.weights = weights;
    }

    /**
     * @param floored holds levels at a floor where there is one
     * @param rolling puts children to what levels make
     */
    Overridden of(InForce inForce, Scorecard card, Levels computed, UnaryOperator<Levels> floored, Rolling rolling) {
        if (!inForce.any()) {
            return new Overridden(inForce, computed, List.of());
        }
        List<Part> parts = new ArrayList<>();
        Levels levels = computed;
        for (Measure measure : scoring.measures()) {
            Ruling ruling = inForce.measure(measure.id());
            if (ruling != null) {
                Levels next = floored.apply(with(levels, measure, ruling.points(), card));
                add(parts, measure.id(), rolling.score(next) - rolling.score(levels));
                levels = next;
            }
        }
        Ruling whole = inForce.score();
        if (whole != null) {
            add(parts, Ruling.SCORE, whole.points() - rolling.score(levels));
        }
        return new Overridden(inForce, levels, parts);
    }

    private Levels with(Levels levels, Measure measure, long said, Scorecard card) {
        long[] points = levels.points().clone();
        points[measure.kind().position()] = said;
        long present = 0;
        for (int kind = 0; kind < points.length; kind++) {
            present |= points[kind] == Levels.ABSENT ? 0 : 1L << kind;
        }
        return new Levels(card.id(), levels.places(), points, weights.effective(card, present), 0);
    }

    private static void add(List<Part> parts, String target, long points) {
        if (points != 0) {
            parts.add(new Part(target, points));
        }
    }

    /** The part of a change of score that overrides explain. */
    static List<Contribution> contributions(Scoring scoring, List<Part> before, List<Part> after) {
        Map<String, Long> moved = new LinkedHashMap<>();
        after.forEach(part -> moved.merge(part.target(), part.points(), Long::sum));
        before.forEach(part -> moved.merge(part.target(), -part.points(), Long::sum));
        List<Contribution> contributions = new ArrayList<>();
        moved.forEach((target, points) -> {
            if (points != 0) {
                boolean worse = points < 0 && after.stream().anyMatch(part -> against(part, target));
                contributions.add(contribution(scoring, target, points, worse));
            }
        });
        return contributions;
    }

    private static boolean against(Part part, String target) {
        return part.target().equals(target) && part.points() < 0;
    }

    private static Contribution contribution(Scoring scoring, String target, long points, boolean worse) {
        Measure measure = measure(scoring, target);
        if (measure == null) {
            String id = target.equals(Ruling.SCORE) ? null : target;
            return new Contribution(Cause.OVERRIDE, WHOLE, id, points, worse ? Reason.SEN_CSM_CONCERN : null);
        }
        return new Contribution(
                Cause.OVERRIDE, measure.dimension(), measure.id(), points, worse ? measure.reason() : null);
    }

    private static @Nullable Measure measure(Scoring scoring, String id) {
        for (Measure measure : scoring.measures()) {
            if (measure.id().equals(id)) {
                return measure;
            }
        }
        return null;
    }

    /** What costs the score against full marks: where the measures are as people say, it is they who say so. */
    static List<Contribution> losses(Scoring scoring, Overridden overridden, List<Contribution> ofLevels) {
        List<Contribution> losses = new ArrayList<>();
        for (Contribution loss : ofLevels) {
            boolean said = loss.measure() != null && overridden.inForce().measure(loss.measure()) != null;
            losses.add(
                    said
                            ? new Contribution(
                                    Cause.OVERRIDE, loss.dimension(), loss.measure(), loss.points(), loss.reason())
                            : loss);
        }
        Ruling whole = overridden.inForce().score();
        if (whole != null) {
            Levels levels = overridden.levels();
            long from = levels.scored() ? levels.score() : Levels.FULL;
            losses.addAll(contributions(scoring, List.of(), List.of(new Part(Ruling.SCORE, whole.points() - from))));
        }
        return losses;
    }
}
