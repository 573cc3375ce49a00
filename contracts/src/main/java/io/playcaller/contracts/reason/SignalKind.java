package io.playcaller.contracts.reason;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a signal asks for. */
public enum SignalKind {
    /** Revenue may be lost. */
    @JsonProperty("risk")
    RISK,
    /** The account is ready to grow. */
    @JsonProperty("expansion")
    EXPANSION,
    /** A stage, milestone or date of the life of a customer. */
    @JsonProperty("lifecycle")
    LIFECYCLE,
    /** The forecast asks for a decision. */
    @JsonProperty("forecast")
    FORECAST,
    /** The customer may speak for us. */
    @JsonProperty("advocacy")
    ADVOCACY,
    /** What we know may be wrong. */
    @JsonProperty("data-quality")
    DATA_QUALITY,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
