package io.playcaller.forecast.engine.ledger;

/** How amounts of several currencies become figures. */
public enum CurrencyRule {
    /** Each currency has figures of its own; amounts of different currencies are never added. */
    EACH_BY_ITSELF("each-by-itself");

    private final String key;

    CurrencyRule(String key) {
        this.key = key;
    }

    /** The word in configuration and beside figures. */
    public String key() {
        return key;
    }
}
