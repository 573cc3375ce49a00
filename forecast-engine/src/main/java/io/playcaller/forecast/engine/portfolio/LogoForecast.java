package io.playcaller.forecast.engine.portfolio;

import java.util.Arrays;
import java.util.List;

/**
 * How many customers of a group are left after a period.
 *
 * @param accounts how many there are
 * @param due of how many every contract is up for renewal; the others stay by definition
 * @param kept how many are left of all
 */
public record LogoForecast(int accounts, int due, Quantiles kept) {

    /** Up to so many customers are counted exactly; more are nearly normal. */
    private static final int EXACT_UP_TO = 200;

    static LogoForecast of(int accounts, List<int[]> due, ShockTable shock) {
        int stay = accounts - due.size();
        if (due.isEmpty()) {
            return new LogoForecast(accounts, 0, Quantiles.certain(stay));
        }
        double[] weights = shock.weights();
        double[][] kept = due.stream().map(of -> keptAt(of, shock)).toArray(double[][]::new);
        double[] mixture = new double[due.size() + 1];
        double expected = 0;
        for (int point = 0; point < weights.length; point++) {
            double[] mass = counted(kept, point);
            for (int count = 0; count < mass.length; count++) {
                mixture[count] += weights[point] * mass[count];
            }
            for (double[] of : kept) {
                expected += weights[point] * of[point];
            }
        }
        Quantiles left = new AmountDistribution(mixture, 1).quantiles(Math.round(expected));
        return new LogoForecast(
                accounts,
                due.size(),
                new Quantiles(stay + left.low(), stay + left.median(), stay + left.high(), stay + left.mean()));
    }

    /** The probability, at each point, that at least one contract renews. */
    private static double[] keptAt(int[] renews, ShockTable shock) {
        double[] kept = new double[shock.weights().length];
        double[] lost = new double[kept.length];
        Arrays.fill(lost, 1);
        for (int contract : renews) {
            double[] at = shock.at(contract);
            for (int point = 0; point < lost.length; point++) {
                lost[point] *= 1 - at[point];
            }
        }
        for (int point = 0; point < kept.length; point++) {
            kept[point] = 1 - lost[point];
        }
        return kept;
    }

    private static double[] counted(double[][] kept, int point) {
        AmountGrid grid = new AmountGrid(kept.length);
        if (kept.length <= EXACT_UP_TO) {
            double[] one = {0, 1};
            for (double[] of : kept) {
                grid.add(one, new double[] {1 - of[point], of[point]});
            }
            return grid.mass();
        }
        double mean = 0;
        double variance = 0;
        for (double[] of : kept) {
            mean += of[point];
            variance += of[point] * (1 - of[point]);
        }
        grid.addNormal(mean, variance);
        return grid.mass();
    }
}
