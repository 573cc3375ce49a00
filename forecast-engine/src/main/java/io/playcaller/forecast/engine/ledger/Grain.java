package io.playcaller.forecast.engine.ledger;

import java.util.Arrays;
import java.util.Optional;

/** What is compared between the start and the end of a period. A coarser grain nets losses against gains. */
public enum Grain {
    /**
     * One product of one account across its contracts: a renewal under a new contract number is no loss, a product given
     * up is one even where another grew.
     */
    LINE("line"),
    /** The whole account: a loss shows only where the customer as a whole pays less. */
    ACCOUNT("account"),
    /**
     * The whole group of companies: the topmost parent on the first day of the period, of an account that begins in it on its
     * first day.
     */
    PARENT("parent");

    private final String key;

    Grain(String key) {
        this.key = key;
    }

    /** The word in configuration and beside figures. */
    public String key() {
        return key;
    }

    /** The grain of a word; empty when there is none. */
    public static Optional<Grain> of(String key) {
        return Arrays.stream(values()).filter(grain -> grain.key.equals(key)).findFirst();
    }
}
