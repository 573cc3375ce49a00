package io.playcaller.forecast.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.contract.AmountShares;
import io.playcaller.forecast.engine.contract.Outcomes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PortfolioModelTest {

    private static final PortfolioModel INDEPENDENT = new PortfolioModel(new PeriodShock(0));
    private static final PortfolioModel USUAL = new PortfolioModel(PeriodShock.defaults());

    @Test
    void fairIndependentContractsHaveTheExactBinomialInterval() {
        List<ContractOutlook> contracts = Collections.nCopies(100, new ContractOutlook(1_000_00, 500_000, 0, 0));

        Quantiles retained = INDEPENDENT.forecast(contracts).retained();

        assertThat(retained.low()).isEqualTo(binomialQuantile(100, 0.5, 0.05) * 1_000_00);
        assertThat(retained.median()).isEqualTo(50 * 1_000_00);
        assertThat(retained.high()).isEqualTo(binomialQuantile(100, 0.5, 0.95) * 1_000_00);
    }

    @Test
    void manySmallContractsComeWithinOneOfTheExactBinomial() {
        List<ContractOutlook> contracts = Collections.nCopies(1_000, new ContractOutlook(10_000, 900_000, 0, 0));

        Quantiles retained = INDEPENDENT.forecast(contracts).retained();

        assertThat(retained.low()).isCloseTo(binomialQuantile(1_000, 0.9, 0.05) * 10_000L, within(10_000L));
        assertThat(retained.high()).isCloseTo(binomialQuantile(1_000, 0.9, 0.95) * 10_000L, within(10_000L));
    }

    @Property(tries = 60)
    void quantilesAreOrderedGrossIsAtMostTheWholeAndTheMeanIsThatOfTheContracts(
            @ForAll @IntRange(min = 1, max = 60) int n, @ForAll @IntRange(max = 100_000) int seed) {
        Random random = new Random(seed);
        List<ContractOutlook> contracts = new ArrayList<>();
        double mean = 0;
        for (int i = 0; i < n; i++) {
            ContractOutlook contract = new ContractOutlook(
                    1 + (long) Math.exp(random.nextDouble() * 16), 1_000 + random.nextInt(998_000), 0, 0);
            contracts.add(contract);
            mean += contract.arr() * (contract.renews() / 1e6);
        }

        RetentionForecast forecast = USUAL.forecast(contracts);

        Quantiles retained = forecast.retained();
        assertThat(retained.low()).isBetween(0L, retained.median());
        assertThat(retained.median()).isLessThanOrEqualTo(retained.high());
        assertThat(retained.high()).isLessThanOrEqualTo(forecast.arr());
        assertThat((double) retained.mean()).isCloseTo(mean, within(1 + forecast.arr() * 5e-4));
        assertThat(forecast.net().median()).isGreaterThanOrEqualTo(retained.median());
    }

    @Test
    void quantilesAgreeWithASimulationOfTheSameContracts() {
        Random random = new Random(7);
        List<ContractOutlook> contracts = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            contracts.add(new ContractOutlook(
                    (long) Math.exp(8 + 5 * random.nextDouble()), 600_000 + random.nextInt(390_000), 150_000, 200_000));
        }

        RetentionForecast forecast = USUAL.forecast(contracts);
        long[] retained = simulated(contracts, random, 1_000);
        long[] net = simulated(contracts, random, Integer.MAX_VALUE);

        double tolerance = forecast.arr() * 0.01;
        assertThat((double) forecast.retained().low()).isCloseTo(retained[1_000], within(tolerance));
        assertThat((double) forecast.retained().median()).isCloseTo(retained[10_000], within(tolerance));
        assertThat((double) forecast.retained().high()).isCloseTo(retained[19_000], within(tolerance));
        assertThat((double) forecast.net().low()).isCloseTo(net[1_000], within(tolerance));
        assertThat((double) forecast.net().high()).isCloseTo(net[19_000], within(tolerance));
    }

    /** 20,000 sorted totals. The shift of log-odds is centred by the known mean of a logistic-normal (MacKay 1992). */
    private static long[] simulated(List<ContractOutlook> contracts, Random random, int atMost) {
        double deviation = PeriodShock.defaults().deviation();
        double stretch = Math.sqrt(1 + Math.PI / 8 * deviation * deviation);
        long[] totals = new long[20_000];
        for (int draw = 0; draw < totals.length; draw++) {
            double shift = deviation * random.nextGaussian();
            for (ContractOutlook contract : contracts) {
                double odds = LogOdds.of(contract.renews() / 1e6) * stretch + shift;
                if (random.nextDouble() < LogOdds.probability(odds)) {
                    totals[draw] += contract.arr() * Math.min(atMost, kept(contract, random)) / 1_000;
                }
            }
        }
        Arrays.sort(totals);
        return totals;
    }

    private static int kept(ContractOutlook contract, Random random) {
        double draw = random.nextDouble();
        for (Outcomes.Outcome outcome : Outcomes.of(contract.contracts(), contract.expands(), contract.shares())
                .given()) {
            draw -= outcome.probability();
            if (draw < 0) {
                return outcome.kept();
            }
        }
        return 1_000;
    }

    @Test
    void whatAYearDoesToEverybodyWidensTheIntervalOfALargePortfolio() {
        List<ContractOutlook> contracts =
                Collections.nCopies(10_000, new ContractOutlook(10_000, 900_000, 100_000, 100_000));

        Quantiles independent = INDEPENDENT.forecast(contracts).retained();
        Quantiles usual = USUAL.forecast(contracts).retained();

        long narrow = independent.high() - independent.low();
        long wide = usual.high() - usual.low();
        assertThat(wide).isGreaterThan(4 * narrow);
        assertThat(usual.mean()).isCloseTo(independent.mean(), within(20_000L));
    }

    @Property(tries = 100)
    void aShockLeavesTheMeanProbabilityAlone(
            @ForAll @IntRange(min = 1, max = 999) int thousandths, @ForAll @IntRange(max = 15) int tenths) {
        double probability = thousandths / 1_000.0;
        double deviation = tenths / 10.0;
        PeriodShock shock = new PeriodShock(deviation);

        double[] shifted = shock.at(probability);

        double mean = 0;
        double[] weights = shock.weights();
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * shifted[i];
        }
        assertThat(mean).isCloseTo(probability, within(1e-4));
    }

    @Test
    void contractsOfTwoModelsRenewEachWithTheSharesOfItsOwn() {
        AmountShares learnt = new AmountShares(List.of(800, 600, 200), List.of(1_100, 1_200, 1_300));
        List<ContractOutlook> contracts = new ArrayList<>();
        contracts.addAll(Collections.nCopies(50, new ContractOutlook(1_000_00, 1_000_000, 500_000, 0)));
        contracts.addAll(Collections.nCopies(50, new ContractOutlook(1_000_00, 1_000_000, 500_000, 0, learnt)));

        Quantiles retained = INDEPENDENT.forecast(contracts).retained();

        long byPrior = 500_00 + 500_00 * (50 * 90 + 30 * 75 + 20 * 50) / 10_000;
        long byLearnt = 500_00 + 500_00 * (50 * 80 + 30 * 60 + 20 * 20) / 10_000;
        assertThat(retained.mean()).isEqualTo(50 * byPrior + 50 * byLearnt);
        assertThat((double) retained.median()).isCloseTo(retained.mean(), within(1e5));
    }

    @Test
    void growthBeyondWhatThePriorKnowsIsNotCut() {
        AmountShares learnt = new AmountShares(List.of(900, 750, 500), List.of(1_200, 2_000, 5_000));
        List<ContractOutlook> contracts =
                Collections.nCopies(100, new ContractOutlook(1_000_00, 1_000_000, 0, 500_000, learnt));

        Quantiles net = INDEPENDENT.forecast(contracts).net();

        // Of one contract, in its amounts: mean 1.6, variance 1.4.
        assertThat(net.mean()).isEqualTo(160 * 1_000_00);
        double spread = 1.645 * Math.sqrt(100 * 1.4) * 1_000_00;
        assertThat((double) net.low()).isCloseTo(net.mean() - spread, within(2 * 1_000_00.0));
        assertThat((double) net.high()).isCloseTo(net.mean() + spread, within(2 * 1_000_00.0));
    }

    @Test
    void anEmptyPortfolioKeepsNothingForSure() {
        assertThat(USUAL.forecast(List.of()))
                .isEqualTo(new RetentionForecast(0, 0, Quantiles.certain(0), Quantiles.certain(0)));
    }

    /** The least k with P(X <= k) >= level, from the logarithms of the probabilities. */
    private static long binomialQuantile(int n, double p, double level) {
        double log = n * Math.log(1 - p);
        double below = Math.exp(log);
        int k = 0;
        while (below < level) {
            log += Math.log((double) (n - k) / (k + 1) * p / (1 - p));
            k++;
            below += Math.exp(log);
        }
        return k;
    }
}
