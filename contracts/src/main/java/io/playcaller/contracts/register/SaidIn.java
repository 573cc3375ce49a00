package io.playcaller.contracts.register;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a person of the customer wrote something. */
public enum SaidIn {
    @JsonProperty("ticket")
    TICKET,
    @JsonProperty("survey")
    SURVEY,
    @JsonProperty("feedback")
    FEEDBACK,
    @JsonProperty("objective")
    OBJECTIVE,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
