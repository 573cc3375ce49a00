package io.playcaller.forecast.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How far the model is from the whole truth, where the whole truth can be written down. */
class PortfolioErrorTest {

    private static final PeriodShock SHOCK = PeriodShock.defaults();
    private static final PortfolioModel MODEL = new PortfolioModel(SHOCK);

    /** Of ten between 100,000 and 1,100,000 each is at least 0.8% of all: it is convolved. */
    @Property(tries = 30)
    void quantilesOfAFewContractsAreThoseOfEveryWayInWhichTheyMayEnd(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll boolean coarse) {
        requireTruth(few(new Random(seed), 100_000), coarse ? MODEL.coarse() : MODEL, 0.002);
    }

    @Test
    void aSmallOneAmongThemWhichEntersAsANormalMovesAProbabilityByAPercentAtMost() {
        for (int seed = 7_800; seed < 7_850; seed++) {
            requireTruth(few(new Random(seed)), MODEL, 0.01);
        }
    }

    private static void requireTruth(List<ContractOutlook> contracts, PortfolioModel grid, double beside) {
        RetentionDistribution model = grid.distribution(contracts);
        TreeMap<Long, Double> truth = enumerated(contracts);

        double tolerance = model.arr() * grid.error();
        for (double level : new double[] {0.05, 0.5, 0.95}) {
            long modelled = model.retained().quantile(level);
            assertThat(probability(truth, modelled + tolerance)).isGreaterThanOrEqualTo(level - beside);
            assertThat(probability(truth, modelled - tolerance)).isLessThanOrEqualTo(level + beside);
        }
    }

    @Test
    void theCoarseGridMovesAQuantileOfManyContractsByACellAtMostAndNeverTheMean() {
        List<ContractOutlook> contracts = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            contracts.add(new ContractOutlook(
                    (long) Math.exp(8 + 4 * random.nextDouble()), 700_000 + random.nextInt(290_000), 100_000, 150_000));
        }

        RetentionForecast fine = MODEL.forecast(contracts);
        RetentionForecast coarse = MODEL.coarse().forecast(contracts);

        double cell = fine.arr() / 1_000.0;
        assertThat((double) coarse.retained().low()).isCloseTo(fine.retained().low(), within(cell));
        assertThat((double) coarse.retained().median())
                .isCloseTo(fine.retained().median(), within(cell));
        assertThat((double) coarse.retained().high()).isCloseTo(fine.retained().high(), within(cell));
        assertThat(coarse.retained().mean()).isEqualTo(fine.retained().mean());
    }

    @Test
    void theMeansOfThePartsSumToTheMeanOfTheWhole() {
        Random random = new Random(5);
        List<ContractOutlook> one = few(random);
        List<ContractOutlook> other = few(random);
        List<ContractOutlook> whole = new ArrayList<>(one);
        whole.addAll(other);

        long parts =
                MODEL.forecast(one).net().mean() + MODEL.forecast(other).net().mean();

        assertThat(MODEL.forecast(whole).net().mean()).isEqualTo(parts);
    }

    @Property(tries = 200)
    void betweenTheThousandthsTheMeanStaysAndTheProbabilitiesAreThoseOfNewtonsMethod(
            @ForAll @IntRange(min = 1_000, max = 999_000) int millionths) {
        double[] at = new ShockTable(SHOCK).at(millionths);
        double[] exact = SHOCK.at(millionths / 1e6);

        double mean = 0;
        for (int point = 0; point < at.length; point++) {
            mean += SHOCK.weights()[point] * at[point];
            assertThat(at[point]).isCloseTo(exact[point], within(2e-4));
        }
        assertThat(mean).isCloseTo(millionths / 1e6, within(1e-9));
    }

    @Test
    void theProbabilityOfATargetIsTheTailOfTheTruth() {
        List<ContractOutlook> contracts = few(new Random(3));
        RetentionDistribution model = MODEL.distribution(contracts);
        long target = model.arr() * 8 / 10;

        double tail = 1 - probability(enumerated(contracts), target - 1);

        assertThat(model.retained().atLeast(target)).isCloseTo(tail, within(0.03));
        assertThat(model.retained().atLeast(0)).isCloseTo(1, within(1e-9));
        assertThat(model.retained().atLeast(2 * model.arr())).isZero();
    }

    @Test
    void whatIsCertainStaysCertain() {
        RetentionForecast forecast = MODEL.forecast(
                List.of(new ContractOutlook(1_000, 0, 0, 0), new ContractOutlook(3_000, 1_000_000, 0, 0)));

        assertThat(forecast.retained()).isEqualTo(Quantiles.certain(3_000));
    }

    private static List<ContractOutlook> few(Random random) {
        return few(random, 10_000);
    }

    private static List<ContractOutlook> few(Random random, int least) {
        List<ContractOutlook> contracts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            contracts.add(
                    new ContractOutlook(least + random.nextInt(1_000_000), 300_000 + random.nextInt(699_000), 0, 0));
        }
        return contracts;
    }

    /** Every way in which the contracts may renew or not, at every point of the shock. */
    private static TreeMap<Long, Double> enumerated(List<ContractOutlook> contracts) {
        TreeMap<Long, Double> totals = new TreeMap<>();
        double[] weights = SHOCK.weights();
        List<double[]> renewals = new ArrayList<>();
        contracts.forEach(contract -> renewals.add(SHOCK.at(contract.renews() / 1e6)));
        for (int world = 0; world < 1 << contracts.size(); world++) {
            long total = 0;
            double probability = 0;
            for (int point = 0; point < weights.length; point++) {
                double here = weights[point];
                for (int i = 0; i < contracts.size(); i++) {
                    boolean renews = (world >> i & 1) == 1;
                    here *= renews ? renewals.get(i)[point] : 1 - renewals.get(i)[point];
                    total += point == 0 && renews ? contracts.get(i).arr() : 0;
                }
                probability += here;
            }
            totals.merge(total, probability, Double::sum);
        }
        return totals;
    }

    private static double probability(TreeMap<Long, Double> totals, double atMost) {
        return totals.headMap((long) Math.floor(atMost), true).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
