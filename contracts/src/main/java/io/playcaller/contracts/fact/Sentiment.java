package io.playcaller.contracts.fact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How a meeting felt, as whoever was there judged it. */
public enum Sentiment {
    @JsonProperty("positive")
    POSITIVE,
    @JsonProperty("neutral")
    NEUTRAL,
    @JsonProperty("negative")
    NEGATIVE,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
