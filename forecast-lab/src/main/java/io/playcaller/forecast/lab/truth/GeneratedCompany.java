package io.playcaller.forecast.lab.truth;

import io.playcaller.forecast.engine.LogOdds;
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

    /** Given renewal. */
    static final double LESS = 0.12;

    static final double MORE = 0.15;

    private static final int[] PER_QUARTER = {250, 120, 50, 60};
    private static final double[] LOYALTY = {1.2, 1.8, 2.4, 2.0};
    private static final double[] LOG_AMOUNT = {13.5, 15, 16.5, 15.5};
    private static final double AMOUNT_SPREAD = 0.6;
    private static final double YEAR_DRIFT = 0.15;
    private static final double QUARTER_SHIFT = 0.2;
    private static final double HEALTH_KNOWN = 0.8;
    private static final double WITHOUT_SCORE = -0.3;
    private static final double SPONSOR_LEFT = 0.1;
    private static final double[] KEPT_LESS = {0.9, 0.75, 0.5};
    private static final double[] KEPT_MORE = {1.05, 1.15, 1.4};

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

    private final RandomGenerator random;

    GeneratedCompany(RandomGenerator random) {
        this.random = random;
    }

    /** The renewals of each quarter. */
    List<List<Renewal>> quarters() {
        List<List<Renewal>> quarters = new ArrayList<>();
        double year = 0;
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            year += quarter % 4 == 0 ? YEAR_DRIFT * random.nextGaussian() : 0;
            double level = year + QUARTER_SHIFT * random.nextGaussian();
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
        double tenure = -Math.log(1 - random.nextDouble());
        double late = random.nextDouble() < 0.3 ? random.nextDouble() : 0;
        double health = random.nextGaussian();
        double use = 0.5 * health + 0.87 * random.nextGaussian();
        double left = random.nextDouble() < SPONSOR_LEFT ? 1 : 0;
        boolean scored = random.nextDouble() < HEALTH_KNOWN;
        double logOdds = LOYALTY[segment]
                + level
                + 0.3 * tenure
                - 1.2 * late
                + (scored ? 0.5 * health : WITHOUT_SCORE)
                + ofUse * use
                - 0.9 * left;
        double renews = LogOdds.probability(logOdds);
        List<Double> known = List.of(
                tenure,
                late,
                scored ? health : Double.NaN,
                use,
                left,
                segment == 1 ? 1.0 : 0.0,
                segment == 2 ? 1.0 : 0.0,
                segment == 3 ? 1.0 : 0.0);
        long arr = Math.round(Math.exp(LOG_AMOUNT[segment] + AMOUNT_SPREAD * random.nextGaussian()));
        return new Renewal(segment, arr, known, renews, random.nextDouble() < renews ? kept() : 0);
    }

    private double kept() {
        double which = random.nextDouble();
        if (which < LESS) {
            return share(KEPT_LESS);
        }
        return which < LESS + MORE ? share(KEPT_MORE) : 1;
    }

    private double share(double[] shares) {
        double which = random.nextDouble();
        return which < 0.5 ? shares[0] : which < 0.8 ? shares[1] : shares[2];
    }
}
