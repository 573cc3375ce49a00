package io.playcaller.forecast.engine.survival;

import io.playcaller.forecast.engine.estimate.Bounds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The share that still waits after so many days (Kaplan and Meier 1958), with Greenwood's standard error (1926) and a 95% interval on the
 * log(-log) scale (Kalbfleisch and Prentice 1980), which stays inside 0 to 1. Who has not arrived counts as waiting for as long as is
 * known. A mean over those who arrived would count only the fast ones.
 *
 * @param steps one per day on which somebody arrived, in order
 * @param n how many were looked at
 * @param arrived how many of them arrived
 */
public record KaplanMeier(List<Step> steps, int n, int arrived) {

    private static final double Z = 1.959963984540054;

    /**
     * One day on which somebody arrived.
     *
     * @param atRisk how many still waited that morning and were looked at
     * @param waiting share that still waits after it
     * @param error standard error of it
     * @param bounds 95% interval of it
     */
    public record Step(int day, int atRisk, int arrived, double waiting, double error, Bounds bounds) {}

    /**
     * The days after which a share has arrived.
     *
     * @param day the first on which at least that share has; empty where it has not come to that
     * @param low the same at the fast end of the 95% interval (Brookmeyer and Crowley 1982)
     * @param high at its slow end
     */
    public record Quantile(OptionalInt day, OptionalInt low, OptionalInt high) {}

    /** The curve of {@code waits}, in any order. */
    public static KaplanMeier of(Collection<Wait> waits) {
        Map<Integer, int[]> byDay = new TreeMap<>();
        for (Wait wait : waits) {
            byDay.computeIfAbsent(wait.days(), day -> new int[2])[wait.arrived() ? 0 : 1]++;
        }
        List<Step> steps = new ArrayList<>();
        int atRisk = waits.size();
        int arrived = 0;
        double waiting = 1;
        double greenwood = 0;
        for (Map.Entry<Integer, int[]> day : byDay.entrySet()) {
            int came = day.getValue()[0];
            if (came > 0) {
                waiting *= (double) (atRisk - came) / atRisk;
                greenwood += (double) came / ((double) atRisk * (atRisk - came));
                steps.add(step(day.getKey(), atRisk, came, waiting, greenwood, steps));
                arrived += came;
            }
            atRisk -= came + day.getValue()[1];
        }
        return new KaplanMeier(List.copyOf(steps), waits.size(), arrived);
    }

    /** When {@code share} of all have arrived. */
    public Quantile quantile(double share) {
        double left = 1 - share + 1e-12;
        return new Quantile(
                first(left, Step::waiting),
                first(left, step -> step.bounds().low()),
                first(left, step -> step.bounds().high()));
    }

    private OptionalInt first(double left, ToDoubleFunction<Step> curve) {
        return steps.stream()
                .filter(step -> curve.applyAsDouble(step) <= left)
                .mapToInt(Step::day)
                .findFirst();
    }

    private static Step step(int day, int atRisk, int came, double waiting, double greenwood, List<Step> before) {
        if (came == atRisk) {
            // Nobody is left to say how sure that is: the slow end stays where it was.
            double high = before.isEmpty()
                    ? 1
                    : before.get(before.size() - 1).bounds().high();
            return new Step(day, atRisk, came, 0, 0, new Bounds(0, high));
        }
        double reach = Z * Math.sqrt(greenwood) / Math.log(waiting);
        Bounds bounds = new Bounds(Math.pow(waiting, Math.exp(-reach)), Math.pow(waiting, Math.exp(reach)));
        return new Step(day, atRisk, came, waiting, waiting * Math.sqrt(greenwood), bounds);
    }
}
