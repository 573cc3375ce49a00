package io.playcaller.forecast.engine.portfolio;

import java.util.ArrayList;
import java.util.List;

/**
 * The sum of what many contracts bring, on a grid, at each point of the shock: large contracts are kept and convolved,
 * small ones enter by their means and variances at each point, which add up.
 */
final class GroupSum {

    private final ShockTable shock;
    private final double cellsPerUnit;
    private final double[] mean;
    private final double[] variance;
    private final List<Lottery> large = new ArrayList<>();
    private final List<double[]> renewals = new ArrayList<>();

    GroupSum(ShockTable shock, double cellsPerUnit) {
        this.shock = shock;
        this.cellsPerUnit = cellsPerUnit;
        this.mean = new double[shock.weights().length];
        this.variance = new double[mean.length];
    }

    /** @param isLarge whether it is convolved by itself */
    void add(Lottery lottery, double[] renewal, boolean isLarge) {
        if (isLarge) {
            large.add(lottery);
            renewals.add(renewal);
        } else {
            addSmall(lottery, renewal);
        }
    }

    private void addSmall(Lottery lottery, double[] renewal) {
        double first = lottery.givenRenewal(1) * cellsPerUnit;
        double second = lottery.givenRenewal(2) * cellsPerUnit * cellsPerUnit;
        for (int point = 0; point < mean.length; point++) {
            double brings = renewal[point] * first;
            mean[point] += brings;
            variance[point] += Math.max(0, renewal[point] * second - brings * brings);
        }
    }

    AmountDistribution on(int cells) {
        double[] weights = shock.weights();
        double[] mixture = new double[cells + 1];
        for (int point = 0; point < weights.length; point++) {
            AmountGrid grid = new AmountGrid(cells);
            for (int i = 0; i < large.size(); i++) {
                large.get(i).addTo(grid, cellsPerUnit, renewals.get(i)[point]);
            }
            grid.addNormal(mean[point], variance[point]);
            double[] mass = grid.mass();
            for (int cell = 0; cell < mass.length; cell++) {
                mixture[cell] += weights[point] * mass[cell];
            }
        }
        return new AmountDistribution(mixture, 1 / cellsPerUnit);
    }
}
