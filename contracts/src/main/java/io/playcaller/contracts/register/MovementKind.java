package io.playcaller.contracts.register;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How the recurring revenue of a contract moved. */
public enum MovementKind {
    @JsonProperty("new")
    NEW,
    @JsonProperty("renewal")
    RENEWAL,
    @JsonProperty("expansion")
    EXPANSION,
    /** The same for a higher price. */
    @JsonProperty("uplift")
    UPLIFT,
    /** Renews or goes on with less: downsell. */
    @JsonProperty("contraction")
    CONTRACTION,
    /** Ends in full. */
    @JsonProperty("churn")
    CHURN,
    /** Comes back after a churn. */
    @JsonProperty("reactivation")
    REACTIVATION,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
