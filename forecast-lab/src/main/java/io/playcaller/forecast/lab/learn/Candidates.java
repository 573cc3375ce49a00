package io.playcaller.forecast.lab.learn;

import io.playcaller.forecast.engine.estimate.Moments;
import io.playcaller.forecast.engine.fit.Bend;
import io.playcaller.forecast.engine.fit.Column;
import io.playcaller.forecast.engine.fit.Curve;
import io.playcaller.forecast.engine.fit.LinearScore;
import io.playcaller.forecast.engine.fit.LinearScore.Term;
import io.playcaller.forecast.engine.fit.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What may stand beside straight lines, each with a coefficient of 1: a bend at each quartile of the different values of a feature that
 * has at least {@value #LEAST_VALUES}, and a pair of each two of the {@value #MOST_PAIRED} features that count most by themselves.
 */
final class Candidates {

    private static final int LEAST_VALUES = 8;
    private static final int MOST_PAIRED = 30;
    private static final int PARTS = 4;

    private final Lessons lessons;
    private final List<Curve> found = new ArrayList<>();

    private Candidates(Lessons lessons) {
        this.lessons = lessons;
    }

    /** @param straight what straight lines alone made of {@code lessons} */
    static List<Curve> of(Lessons lessons, LinearScore straight) {
        Candidates candidates = new Candidates(lessons);
        List<Term> terms = straight.terms().stream()
                .filter(term -> !term.column().missing())
                .toList();
        terms.forEach(term -> candidates.addBends(term.column().feature()));
        candidates.addPairs(terms.stream()
                .sorted(Comparator.comparingDouble(term -> -Math.abs(term.coefficient())))
                .limit(MOST_PAIRED)
                .map(Term::column)
                .toList());
        return candidates.found;
    }

    private void addBends(String feature) {
        double[] known = units(unit -> lessons.values(unit).applyAsDouble(feature))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double[] different = DoubleStream.of(known).distinct().sorted().toArray();
        for (int part = 1; part < PARTS && different.length >= LEAST_VALUES; part++) {
            double at = between(different, (double) part / PARTS);
            Moments moments = moments(DoubleStream.of(known).map(value -> Bend.beyond(value, at)));
            if (Lessons.varies(moments)) {
                found.add(new Bend(feature, at, moments.mean(), Lessons.deviation(moments), 1));
            }
        }
    }

    private void addPairs(List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                Column one = columns.get(i);
                Column other = columns.get(j);
                Moments moments = moments(units(unit -> Pair.product(one, other, lessons.values(unit))));
                if (Lessons.varies(moments)) {
                    found.add(new Pair(one, other, moments.mean(), Lessons.deviation(moments), 1));
                }
            }
        }
    }

    private DoubleStream units(IntToDoubleFunction value) {
        return IntStream.range(0, lessons.size()).mapToDouble(value);
    }

    private static Moments moments(DoubleStream values) {
        Moments moments = Moments.none();
        for (double value : values.toArray()) {
            moments = moments.plus(value);
        }
        return moments;
    }

    /** By a straight line between the values around it. */
    private static double between(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        return sorted[below] + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
    }
}
