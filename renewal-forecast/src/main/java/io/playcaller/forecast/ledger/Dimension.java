package io.playcaller.forecast.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What figures are sliced by. */
public enum Dimension {
    SEGMENT,
    TIER,
    /** The customer success manager. */
    OWNER,
    REGION,
    /** Of the grain of lines only: coarser units have several. */
    PRODUCT;

    /** The word in a question. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The dimension of a word; empty when there is none. */
    public static Optional<Dimension> of(String key) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.key().equals(key))
                .findFirst();
    }
}
