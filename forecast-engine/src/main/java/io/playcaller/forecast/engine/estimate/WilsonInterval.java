package io.playcaller.forecast.engine.estimate;

/**
 * The 95% interval of a share (Wilson 1927): inside 0 to 1 and of a width also where the share is 0 or 1.
 */
public final class WilsonInterval {

    /** The 97.5% quantile of the normal distribution. */
    static final double Z = 1.959963984540054;

    private WilsonInterval() {}

    /**
     * The interval of {@code share}.
     *
     * @param n how many independent units it was taken over, perhaps an effective number and no whole one; positive
     */
    public static Bounds of(double share, double n) {
        double z2 = Z * Z;
        double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
        double reach = Z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n);
        return new Bounds(Math.max(0, middle - reach), Math.min(1, middle + reach));
    }
}
