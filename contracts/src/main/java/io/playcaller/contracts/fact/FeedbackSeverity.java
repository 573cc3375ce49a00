package io.playcaller.contracts.fact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How much it matters to whoever said it. */
public enum FeedbackSeverity {
    /** They cannot do what they bought the product for. */
    @JsonProperty("blocking")
    BLOCKING,
    @JsonProperty("high")
    HIGH,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("low")
    LOW,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
