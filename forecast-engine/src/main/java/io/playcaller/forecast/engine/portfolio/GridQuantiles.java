package io.playcaller.forecast.engine.portfolio;

/** Reads quantiles off a grid. */
final class GridQuantiles {

    private static final double LOW = 0.05;
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.95;
    /** Sums of many doubles miss their level by rounding. */
    private static final double TOLERANCE = 1e-12;

    private GridQuantiles() {}

    static Quantiles of(double[] mass, double cellWidth) {
        double mean = 0;
        for (int cell = 0; cell < mass.length; cell++) {
            mean += mass[cell] * cell;
        }
        return new Quantiles(
                amount(mass, LOW, cellWidth),
                amount(mass, MEDIAN, cellWidth),
                amount(mass, HIGH, cellWidth),
                Math.round(mean * cellWidth));
    }

    /** The least amount that is not exceeded with probability {@code level}. */
    private static long amount(double[] mass, double level, double cellWidth) {
        double below = 0;
        for (int cell = 0; cell < mass.length; cell++) {
            below += mass[cell];
            if (below >= level - TOLERANCE) {
                return Math.round(cell * cellWidth);
            }
        }
        return Math.round((mass.length - 1) * cellWidth);
    }
}
