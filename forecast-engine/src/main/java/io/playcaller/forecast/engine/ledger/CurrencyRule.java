package io.playcaller.forecast.engine.ledger;

import java.util.Arrays;
import java.util.Optional;

/** How amounts of several currencies become figures. */
public enum CurrencyRule {
    /** Each currency has figures of its own; amounts of different currencies are never added. */
    EACH_BY_ITSELF("each-by-itself"),
    /**
     * All in the reporting currency at the rates of the first day of the period; what the rates of the day after the period make
     * of the end is a line of its own.
     */
    CONSTANT("constant");

    private final String key;

    CurrencyRule(String key) {
        this.key = key;
    }

    /** The word in configuration and beside figures. */
    public String key() {
        return key;
    }

    /** The rule of a word; empty when there is none. */
    public static Optional<CurrencyRule> of(String key) {
        return Arrays.stream(values()).filter(rule -> rule.key.equals(key)).findFirst();
    }
}
