package io.playcaller.health.engine.measure;

import io.playcaller.health.engine.model.Yardstick;

/** Values of measures and weights, in short. */
public final class Amounts {

    private static final String RATIO = "ratio";
    private static final String STATE = "state";
    private static final String PEOPLE = "people";

    private Amounts() {}

    /** {@code 64%}, {@code 1 day}, {@code 3.5 days}; never of a missing value. */
    public static String of(Yardstick kind, long value) {
        if (kind.unit().equals(RATIO)) {
            return Words.percent(value);
        }
        String amount = Words.decimal(value);
        if (kind.unit().equals(STATE)) {
            return amount;
        }
        String unit = kind.unit();
        if (unit.equals(PEOPLE)) {
            return value == 1000 ? "1 person" : amount + " " + unit;
        }
        boolean one = value == 1000 && unit.endsWith("s");
        return amount + " " + (one ? unit.substring(0, unit.length() - 1) : unit);
    }

    /** Millionths as percents with at most one decimal. */
    public static String share(int millionths) {
        return Words.decimal(millionths / 10) + "%";
    }

    /** Milli-points with at most one decimal. */
    public static String points(long milli) {
        return Words.decimal(milli);
    }
}
