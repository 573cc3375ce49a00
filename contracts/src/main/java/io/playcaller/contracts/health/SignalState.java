package io.playcaller.contracts.health;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an episode stands after a transition. */
public enum SignalState {
    @JsonProperty("opened")
    OPENED,
    /** Severity, reasons or evidence changed. */
    @JsonProperty("updated")
    UPDATED,
    /** The condition ended. */
    @JsonProperty("cleared")
    CLEARED,
    /** Late data show that it never held. */
    @JsonProperty("retracted")
    RETRACTED,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
