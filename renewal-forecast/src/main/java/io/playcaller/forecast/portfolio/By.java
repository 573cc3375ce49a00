package io.playcaller.forecast.portfolio;

import java.util.Arrays;
import java.util.Optional;

/** What figures of a portfolio are told apart by. The parts of each sum to the whole. */
public enum By {
    WHOLE("none"),
    SEGMENT("segment"),
    TIER("tier"),
    REGION("region"),
    OWNER("owner"),
    /** A contract is divided among its products in proportion to the ARR of their lines. */
    PRODUCT("product");

    /** The one group of figures that are not told apart. */
    public static final String ALL = "all";

    /** The group of what nobody said. */
    public static final String UNKNOWN = "unknown";

    private final String key;

    By(String key) {
        this.key = key;
    }

    /** The word in requests and answers. */
    public String key() {
        return key;
    }

    /** The group of what has these traits. */
    public String group(Renewal.Traits traits) {
        return switch (this) {
            case WHOLE -> ALL;
            case SEGMENT -> traits.segment();
            case TIER -> traits.tier();
            case REGION -> traits.region();
            case OWNER -> traits.owner();
            case PRODUCT -> traits.product();
        };
    }

    /** The dimension of a word; empty when there is none. */
    public static Optional<By> of(String key) {
        return Arrays.stream(values()).filter(by -> by.key.equals(key)).findFirst();
    }
}
