package io.playcaller.contracts.register;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an opportunity is. */
public enum OpportunityStage {
    @JsonProperty("open")
    OPEN,
    /** The contract says so, too: that is where revenue is counted. */
    @JsonProperty("won")
    WON,
    @JsonProperty("lost")
    LOST,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
