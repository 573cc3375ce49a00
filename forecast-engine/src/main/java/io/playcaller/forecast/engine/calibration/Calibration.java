package io.playcaller.forecast.engine.calibration;

/**
 * Platt's scaling (1999): log-odds become {@code intercept + slope * logOdds}. The order of contracts stays; the level and how
 * far they lie apart are those of the window that it was learnt from.
 *
 * @param slope above 0
 */
public record Calibration(double slope, double intercept) {

    /** Changes nothing. */
    public static final Calibration NONE = new Calibration(1, 0);

    public Calibration {
        if (!(slope > 0) || Double.isInfinite(slope) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException("a slope above 0 and a finite intercept: " + slope + ", " + intercept);
        }
    }

    public double of(double logOdds) {
        return intercept + slope * logOdds;
    }

    /** This, and then {@code next} on what it says. */
    public Calibration then(Calibration next) {
        return new Calibration(next.slope * slope, next.of(intercept));
    }
}
