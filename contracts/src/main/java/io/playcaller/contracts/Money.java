package io.playcaller.contracts;

import java.util.Currency;
import java.util.Objects;

/**
 * An amount as it came: minor units (cents) of an ISO 4217 currency. Amounts of different currencies are never added;
 * they are converted with a dated rate where they are compared with a threshold or reported.
 *
 * @param minor minor units, may be negative for a contraction
 * @param currency ISO 4217 code, such as {@code EUR}
 */
public record Money(long minor, String currency) {

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (!isCurrency(currency)) {
            throw new IllegalArgumentException("no currency of ISO 4217: " + currency);
        }
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The sum of two amounts of one currency.
     *
     * @throws IllegalArgumentException when the currencies differ
     * @throws ArithmeticException on overflow
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }
}
