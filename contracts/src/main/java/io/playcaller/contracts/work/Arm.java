package io.playcaller.contracts.work;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an account was treated or held out for comparison. */
public enum Arm {
    @JsonProperty("treated")
    TREATED,
    @JsonProperty("holdout")
    HOLDOUT,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
