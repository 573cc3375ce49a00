package io.playcaller.forecast.engine.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the work on a renewal is. Ordered. */
public enum RenewalStage {
    NOT_STARTED,
    PREPARING,
    VALUE_CONFIRMED,
    PROPOSAL,
    /** The customer has agreed, or its terms no longer let it go. */
    VERBAL,
    CLOSED;

    /** The word in files and on the API, such as {@code value-confirmed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stage of a word; empty when there is none. */
    public static Optional<RenewalStage> of(String key) {
        return Arrays.stream(values()).filter(stage -> stage.key().equals(key)).findFirst();
    }
}
