package io.playcaller.contracts.register;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a customer lends their name to. */
public enum ReferenceKind {
    /** They speak with somebody who thinks of buying. */
    @JsonProperty("call")
    CALL,
    @JsonProperty("case-study")
    CASE_STUDY,
    @JsonProperty("quote")
    QUOTE,
    @JsonProperty("logo")
    LOGO,
    /** On a page of others. */
    @JsonProperty("review")
    REVIEW,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
