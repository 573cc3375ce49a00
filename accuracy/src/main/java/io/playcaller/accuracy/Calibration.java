package io.playcaller.accuracy;

/** How well probabilities of a bad end hold. */
public final class Calibration {

    /** Bins of the calibration error: of equal width, from 0 to 1. */
    public static final int BINS = 10;

    private static final double SURE = 1e-15;

    private Calibration() {}

    /** The mean squared error (Brier 1950). */
    public static double brier(double[] probability, boolean[] bad) {
        double sum = 0;
        for (int i = 0; i < bad.length; i++) {
            double error = probability[i] - (bad[i] ? 1 : 0);
            sum += error * error;
        }
        return sum / bad.length;
    }

    /** The mean of -ln of the probability of what came; none counts as less than 1e-15. */
    public static double logLoss(double[] probability, boolean[] bad) {
        double sum = 0;
        for (int i = 0; i < bad.length; i++) {
            double came = bad[i] ? probability[i] : 1 - probability[i];
            sum -= Math.log(Math.min(1, Math.max(SURE, came)));
        }
        return sum / bad.length;
    }

    /**
     * The expected calibration error (Naeini, Cooper and Hauskrecht 2015): over {@link #BINS} bins of equal width, the
     * distance of the mean probability from the share that ended badly, weighted by the units in the bin.
     */
    public static double error(double[] probability, boolean[] bad) {
        double[] said = new double[BINS];
        double[] came = new double[BINS];
        for (int i = 0; i < bad.length; i++) {
            int bin = Math.min(BINS - 1, (int) (probability[i] * BINS));
            said[bin] += probability[i];
            came[bin] += bad[i] ? 1 : 0;
        }
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(said[bin] - came[bin]);
        }
        return sum / bad.length;
    }
}
