package io.playcaller.router.delivery.person;

import io.playcaller.contracts.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** Amounts as people read them. */
public final class Amounts {

    private Amounts() {}

    /** In whole units, such as {@code EUR 50,000}. */
    public static String words(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        BigDecimal units = BigDecimal.valueOf(money.minor(), digits).setScale(0, RoundingMode.HALF_UP);
        return money.currency() + " " + String.format(Locale.ROOT, "%,d", units.toBigInteger());
    }
}
