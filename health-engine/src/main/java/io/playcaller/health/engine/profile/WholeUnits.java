package io.playcaller.health.engine.profile;

import io.playcaller.contracts.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Amounts as they are compared with the limits of a model, which are said in whole units: in hundredths of one, whatever the
 * smallest unit of their currency is. A yen has no cents, a dinar has a thousand fils.
 */
public final class WholeUnits {

    private static final int CENTS = 2;
    private static final int TEN = 10;

    private WholeUnits() {}

    /** 0 of nothing. */
    public static long hundredths(@Nullable Money money) {
        return money == null ? 0 : hundredths(money.minor(), money.currency());
    }

    /** Hundredths of a whole unit; what is beyond all numbers is the last one. */
    static long hundredths(long minor, String currency) {
        long hundredths = minor;
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        for (int digit = digits; digit > CENTS; digit--) {
            hundredths /= TEN;
        }
        for (int digit = digits; digit < CENTS; digit++) {
            hundredths = Math.max(Long.MIN_VALUE / TEN, Math.min(hundredths, Long.MAX_VALUE / TEN)) * TEN;
        }
        return hundredths;
    }
}
