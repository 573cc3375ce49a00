package io.playcaller.forecast.engine;

/** Probabilities on the log-odds scale, where what is known adds up. */
public final class LogOdds {

    /** One, in millionths. */
    public static final int ONE = 1_000_000;

    /** No forecast is surer than 1 in 1,000: log-odds beyond this are cut. */
    private static final double LIMIT = Math.log(999);

    private LogOdds() {}

    /** Log-odds of a probability strictly between 0 and 1. */
    public static double of(double probability) {
        return Math.log(probability / (1 - probability));
    }

    /** The probability of log-odds. */
    public static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** The probability of log-odds in millionths, between .001 and .999. */
    public static int millionths(double logOdds) {
        double cut = Math.max(-LIMIT, Math.min(LIMIT, logOdds));
        return (int) Math.round(probability(cut) * ONE);
    }
}
