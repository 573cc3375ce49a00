package io.playcaller.contracts.health;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a score moved. Causes are evaluated in this order, each on the result of the one before, so that their points telescope. */
public enum Cause {
    /** Time passed. */
    @JsonProperty("time")
    TIME,
    /** A fact arrived. */
    @JsonProperty("fact")
    FACT,
    /** The published baseline of peers moved. */
    @JsonProperty("peers")
    PEERS,
    /** A child account moved. */
    @JsonProperty("child")
    CHILD,
    /** Weights were spread anew because an input came or went. */
    @JsonProperty("redistribution")
    REDISTRIBUTION,
    /** Another scorecard applies. */
    @JsonProperty("model")
    MODEL,
    /** A person said so. */
    @JsonProperty("override")
    OVERRIDE,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
