package io.playcaller.forecast.lab.truth;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.lab.truth.World.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A company whose true probabilities are known: {@value #QUARTERS} quarters of renewals in four segments of different size, value and
 * loyalty. What every renewal has in common drifts from year to year and moves from quarter to quarter, and use tells less each
 * year, so that what was learnt grows old. All else that moves a renewal is known of it.
 */
final class GeneratedCompany {

    static final int QUARTERS = 32;
    static final List<String> SEGMENTS = List.of("small", "middle", "large", "public");
    static final List<String> FEATURES =
            List.of("tenure", "late", "health", "use", "sponsor-left", "middle", "large", "public");

    private static final int[] PER_QUARTER = {250, 120, 50, 60};
    private static final double[] LOYALTY = {1.2, 1.8, 2.4, 2.0};
    private static final double[] LOG_AMOUNT = {13.5, 15, 16.5, 15.5};
    private static final double AMOUNT_SPREAD = 0.6;
    private static final double YEAR_DRIFT = 0.15;
    private static final double QUARTER_SHIFT = 0.2;
    private static final double HEALTH_KNOWN = 0.8;
    private static final double SPONSOR_LEFT = 0.1;

    /**
     * One renewal.
     *
     * @param arr minor units
     * @param known values of {@link #FEATURES}; NaN where one is missing
     * @param renews true probability
     * @param kept what went on as a share
     */
    record Renewal(int segment, long arr, List<Double> known, double renews, double kept) {

        boolean renewed() {
            return kept > 0;
        }

        double[] row() {
            return known.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private final World world;
    private final RandomGenerator random;

    GeneratedCompany(World world, RandomGenerator random) {
        this.world = world;
        this.random = random;
    }

    /** The renewals of each quarter. */
    List<List<Renewal>> quarters() {
        List<List<Renewal>> quarters = new ArrayList<>();
        double year = 0;
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            year += quarter % 4 == 0 ? YEAR_DRIFT * world.shift(random) : 0;
            double level = year + QUARTER_SHIFT * world.shift(random);
            double ofUse = 0.8 - 0.4 * quarter / QUARTERS;
            List<Renewal> renewals = new ArrayList<>();
            for (int segment = 0; segment < PER_QUARTER.length; segment++) {
                for (int i = 0; i < PER_QUARTER[segment]; i++) {
                    renewals.add(renewal(segment, level, ofUse));
                }
            }
            quarters.add(renewals);
        }
        return quarters;
    }

    private Renewal renewal(int segment, double level, double ofUse) {
        Situation of = situation(segment);
        double renews = LogOdds.probability(LOYALTY[segment] + level + world.logOdds(of, ofUse));
        long arr = Math.round(Math.exp(LOG_AMOUNT[segment] + AMOUNT_SPREAD * random.nextGaussian()));
        return new Renewal(segment, arr, known(of), renews, random.nextDouble() < renews ? world.kept(of, random) : 0);
    }

    private Situation situation(int segment) {
        double tenure = -Math.log(1 - random.nextDouble());
        double late = random.nextDouble() < 0.3 ? random.nextDouble() : 0;
        double health = random.nextGaussian();
        double use = 0.5 * health + 0.87 * random.nextGaussian();
        boolean left = random.nextDouble() < SPONSOR_LEFT;
        boolean scored = random.nextDouble() < HEALTH_KNOWN;
        return new Situation(segment, tenure, late, health, scored, use, left);
    }

    private static List<Double> known(Situation of) {
        return List.of(
                of.tenure(),
                of.late(),
                of.scored() ? of.health() : Double.NaN,
                of.use(),
                of.sponsorLeft() ? 1.0 : 0.0,
                of.segment() == 1 ? 1.0 : 0.0,
                of.segment() == 2 ? 1.0 : 0.0,
                of.segment() == World.PUBLIC ? 1.0 : 0.0);
    }
}
