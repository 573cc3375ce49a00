package io.playcaller.forecast.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as people read them. */
final class Rounded {

    private static final int DIGITS = 4;

    private Rounded() {}

    static BigDecimal share(double share) {
        return BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }

    static BigDecimal tenths(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
    }
}
