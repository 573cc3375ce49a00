package io.playcaller.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a fact may open work. Judged once, at the door, event time against time of receipt, and kept in the log, so
 * that a replay routes as the first run did (ADR 0003).
 */
public enum FactOrigin {
    /** Inside the live window: may open signals and tasks. */
    @JsonProperty("live")
    LIVE,
    /** Older than the live window, or part of an open backfill: folds into state and history, opens nothing. */
    @JsonProperty("baseline")
    BASELINE,
    /** A value of a newer writer; readers treat it as {@link #BASELINE}. */
    @JsonEnumDefaultValue
    UNKNOWN;

    /** The value of the {@code origin} attribute. */
    public String wire() {
        return switch (this) {
            case LIVE -> "live";
            case BASELINE, UNKNOWN -> "baseline";
        };
    }

    public static FactOrigin ofWire(String wire) {
        return switch (wire) {
            case "live" -> LIVE;
            case "baseline" -> BASELINE;
            default -> UNKNOWN;
        };
    }
}
