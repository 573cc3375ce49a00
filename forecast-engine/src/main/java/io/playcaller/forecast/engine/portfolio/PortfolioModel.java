package io.playcaller.forecast.engine.portfolio;

import io.playcaller.forecast.engine.contract.Outcomes;
import java.util.List;

/**
 * Retention of a group of contracts of one currency, as a distribution computed from the contracts. Given the shock of
 * the period they are independent. On a grid over the total, contracts of at least 0.8% of the total are convolved
 * exactly; smaller ones enter together as a normal with their mean and variance. An amount between two cells is divided
 * between them, which leaves the mean alone and moves a quantile of few contracts by some cells: by up to
 * {@link #error()} of the total in a test against every way in which ten contracts may end that are convolved; a smaller one among them
 * moves a probability there by up to 1%.
 */
public final class PortfolioModel {

    static final int CELLS = 2_000;
    private static final int COARSE_CELLS = 1_000;
    private static final int THOUSAND = 1_000;
    private static final double EXACT_FROM = 0.008;
    /** Four standard deviations of ten amounts, each divided between two cells. */
    private static final double CELLS_MOVED = 6.4;
    /** Growth may carry the sum above what is up for renewal; beyond this the cells of what is kept with growth get wider. */
    private static final double HEADROOM = 1.4;

    private final PeriodShock shock;
    private final ShockTable table;
    private final int cells;

    public PortfolioModel(PeriodShock shock) {
        this(shock, new ShockTable(shock), CELLS);
    }

    private PortfolioModel(PeriodShock shock, ShockTable table, int cells) {
        this.shock = shock;
        this.table = table;
        this.cells = cells;
    }

    public PeriodShock shock() {
        return shock;
    }

    /**
     * What the computation adds to a quantile of few contracts, as a share of the total; with growth that much times the most that
     * contracts renew with, over 1.4, where that is more.
     */
    public double error() {
        return CELLS_MOVED / cells;
    }

    /** The same on half of the cells, for where many groups are computed at once. */
    public PortfolioModel coarse() {
        return new PortfolioModel(shock, table, COARSE_CELLS);
    }

    /** Quantiles of what {@code contracts} keep. */
    public RetentionForecast forecast(List<ContractOutlook> contracts) {
        return distribution(contracts).forecast();
    }

    /** The distribution of what {@code contracts} keep without growth. */
    public AmountDistribution retained(List<ContractOutlook> contracts) {
        long arr = arr(contracts);
        if (arr == 0) {
            return AmountDistribution.nothing();
        }
        GroupSum retained = new GroupSum(table, (double) cells / arr);
        for (ContractOutlook contract : contracts) {
            Lottery gross = Lottery.retained(contract.arr(), contract.outcomes());
            retained.add(gross, table.at(contract.renews()), contract.arr() >= EXACT_FROM * arr);
        }
        return retained.on(cells);
    }

    /** The distributions of what {@code contracts} keep. */
    public RetentionDistribution distribution(List<ContractOutlook> contracts) {
        long arr = arr(contracts);
        if (arr == 0) {
            AmountDistribution nothing = AmountDistribution.nothing();
            return new RetentionDistribution(contracts.size(), 0, nothing, 0, nothing, 0);
        }
        GroupSum retained = new GroupSum(table, (double) cells / arr);
        GroupSum net = new GroupSum(table, cells * HEADROOM / most(contracts, arr));
        long expectedRetained = 0;
        long expectedNet = 0;
        for (ContractOutlook contract : contracts) {
            double[] renewal = table.at(contract.renews());
            Outcomes outcomes = contract.outcomes();
            Lottery gross = Lottery.retained(contract.arr(), outcomes);
            Lottery growing = Lottery.net(contract.arr(), outcomes);
            expectedRetained += gross.expected(contract.renews());
            expectedNet += growing.expected(contract.renews());
            boolean large = contract.arr() >= EXACT_FROM * arr;
            retained.add(gross, renewal, large);
            net.add(growing, renewal, large);
        }
        return new RetentionDistribution(
                contracts.size(),
                arr,
                retained.on(cells),
                expectedRetained,
                net.on((int) (cells * HEADROOM)),
                expectedNet);
    }

    private static long arr(List<ContractOutlook> contracts) {
        return contracts.stream().mapToLong(ContractOutlook::arr).reduce(0, Math::addExact);
    }

    /** The most that contracts may come to with growth, in minor units. */
    private static double most(List<ContractOutlook> contracts, long arr) {
        double most = contracts.stream()
                .mapToDouble(
                        contract -> (double) contract.arr() * contract.shares().most() / THOUSAND)
                .sum();
        return Math.max(HEADROOM * arr, most);
    }

    /**
     * How many customers are left.
     *
     * @param accounts all that have revenue in force
     * @param due of those whose every contract is due, the probabilities of renewal of their contracts, in millionths; a
     *     customer is lost when none of them renews
     */
    public LogoForecast logos(int accounts, List<int[]> due) {
        return LogoForecast.of(accounts, due, table);
    }
}
