package io.playcaller.health.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How a list of accounts may be ordered. */
public enum AccountOrder {
    /** Worst score first. */
    WORST("score"),
    BEST("-score"),
    SMALLEST("arr"),
    LARGEST("-arr");

    private final String code;

    AccountOrder(String code) {
        this.code = code;
    }

    /** The value of the parameter {@code sort}. */
    public String code() {
        return code;
    }

    public static Optional<AccountOrder> ofCode(String code) {
        return Arrays.stream(values()).filter(order -> order.code.equals(code)).findFirst();
    }

    public static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        Arrays.stream(values()).forEach(order -> codes.add(order.code));
        return codes;
    }
}
