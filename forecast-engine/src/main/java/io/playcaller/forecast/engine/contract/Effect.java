package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.reason.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What one thing that is known does to the odds of renewal.
 *
 * @param driver stable key, such as {@code tenure}
 * @param reason null where it is no reason of the shared vocabulary
 * @param logOdds negative where it speaks against renewal
 */
record Effect(String driver, @Nullable Reason reason, double logOdds, String sentence) {

    Effect(String driver, double logOdds, String sentence) {
        this(driver, null, logOdds, sentence);
    }

    Effect scaled(double factor) {
        return new Effect(driver, reason, logOdds * factor, sentence);
    }
}
