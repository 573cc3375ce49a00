package io.playcaller.contracts.forecast;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Forecast category. */
public enum Category {
    @JsonProperty("commit")
    COMMIT,
    @JsonProperty("best-case")
    BEST_CASE,
    @JsonProperty("at-risk")
    AT_RISK,
    @JsonProperty("lost")
    LOST,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
