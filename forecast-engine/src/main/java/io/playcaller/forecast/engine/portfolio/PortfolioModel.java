package io.playcaller.forecast.engine.portfolio;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.contract.Outcomes.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Retention of a group of contracts of one currency, as a distribution computed from the contracts. Given the shock of
 * the period they are independent. On a grid of {@value #CELLS} cells over the total, contracts of at least
 * {@value #EXACT_FROM_CELLS} cells are convolved exactly; smaller ones, each below 0.8% of the total, enter together as
 * a normal with their mean and variance. The grid adds at most half a cell (0.025% of the total) to a quantile.
 */
public record PortfolioModel(PeriodShock shock) {

    static final int CELLS = 2_000;
    static final int EXACT_FROM_CELLS = 16;
    /** Growth may carry the sum above what is up for renewal. */
    private static final double HEADROOM = 1.4;

    /** The distribution of what {@code contracts} keep. */
    public RetentionForecast forecast(List<ContractOutlook> contracts) {
        long arr = contracts.stream().mapToLong(ContractOutlook::arr).reduce(0, Math::addExact);
        if (arr == 0) {
            return new RetentionForecast(contracts.size(), 0, Quantiles.certain(0), Quantiles.certain(0));
        }
        List<double[]> renewals = new ArrayList<>();
        contracts.forEach(contract -> renewals.add(shock.at((double) contract.renews() / LogOdds.ONE)));
        Quantiles retained = sum(contracts, renewals, arr, CELLS, Outcome::gross);
        Quantiles net = sum(contracts, renewals, arr, (int) (CELLS * HEADROOM), outcome -> outcome);
        return new RetentionForecast(contracts.size(), arr, retained, net);
    }

    private Quantiles sum(
            List<ContractOutlook> contracts,
            List<double[]> renewals,
            long arr,
            int cells,
            UnaryOperator<Outcome> view) {
        double[] weights = shock.weights();
        double[] mixture = new double[cells + 1];
        List<Lottery> lotteries = contracts.stream()
                .map(contract -> Lottery.of(contract, (double) CELLS / arr, view))
                .toList();
        for (int point = 0; point < weights.length; point++) {
            AmountGrid grid = new AmountGrid(cells);
            convolve(lotteries, renewals, point, grid);
            double[] mass = grid.mass();
            for (int cell = 0; cell < mass.length; cell++) {
                mixture[cell] += weights[point] * mass[cell];
            }
        }
        return GridQuantiles.of(mixture, (double) arr / CELLS);
    }

    private static void convolve(List<Lottery> lotteries, List<double[]> renewals, int point, AmountGrid grid) {
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < lotteries.size(); i++) {
            Lottery lottery = lotteries.get(i);
            double renewal = renewals.get(i)[point];
            if (lottery.size() >= EXACT_FROM_CELLS) {
                lottery.addTo(grid, renewal);
            } else {
                mean += lottery.mean(renewal);
                variance += lottery.variance(renewal);
            }
        }
        grid.addNormal(mean, variance);
    }
}
