package io.playcaller.forecast.engine.lift;

/**
 * Intervals that hold at all times at once: whoever looks every day and stops when they like what they see is wrong no more often than
 * {@code alpha}. An interval for one look is wrong far more often when it is looked at daily.
 *
 * <p>Asymptotic confidence sequences of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform central limit theory and
 * asymptotic confidence sequences" (2021, arXiv 2103.06476), theorem 2.2: after {@code t} units of deviation {@code s} the mean lies
 * within {@code s * sqrt(2 (t r + 1) / (t^2 r) * ln(sqrt(t r + 1) / alpha))} at all {@code t} from some first one on. Here
 * {@code r} is their rho squared, chosen so that the interval is nearly tightest at {@code tightestAt} units:
 * {@code (-2 ln alpha + ln(1 - 2 ln alpha)) / tightestAt}.
 *
 * @param alpha how often it may be wrong, ever
 * @param tightestAt units
 */
public record ConfidenceSequence(double alpha, long tightestAt) {

    public ConfidenceSequence {
        if (!(alpha > 0 && alpha < 1) || tightestAt < 1) {
            throw new IllegalArgumentException(
                    "alpha must lie between 0 and 1 and tightestAt be positive: " + alpha + ", " + tightestAt);
        }
    }

    /** Half the width of the interval of a mean over {@code units} units of that standard deviation. */
    public double halfWidth(double deviation, long units) {
        double log = -2 * Math.log(alpha);
        double rate = (log + Math.log(log + 1)) / tightestAt;
        double grown = units * rate + 1;
        return deviation * Math.sqrt(2 * grown / (units * rate * units) * Math.log(Math.sqrt(grown) / alpha));
    }
}
