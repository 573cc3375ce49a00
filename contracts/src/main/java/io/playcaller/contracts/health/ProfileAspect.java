package io.playcaller.contracts.health;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What of a profile changed. */
public enum ProfileAspect {
    @JsonProperty("segment")
    SEGMENT,
    @JsonProperty("tier")
    TIER,
    @JsonProperty("stage")
    STAGE,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
