package io.playcaller.forecast.meeting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as people read them. */
final class Figures {

    private static final int MILLIONTHS = 6;
    private static final int DIGITS = 4;

    private Figures() {}

    /** Millionths as a fraction of one. */
    static BigDecimal share(int millionths) {
        return BigDecimal.valueOf(millionths, MILLIONTHS).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
