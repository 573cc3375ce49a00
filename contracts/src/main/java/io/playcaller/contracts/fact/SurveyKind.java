package io.playcaller.contracts.fact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Which question was asked. */
public enum SurveyKind {
    /** 0 to 10. */
    @JsonProperty("nps")
    NPS,
    /** 1 to 5. */
    @JsonProperty("csat")
    CSAT,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
