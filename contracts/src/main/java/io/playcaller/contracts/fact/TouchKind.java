package io.playcaller.contracts.fact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How somebody of ours and somebody of the customer met. */
public enum TouchKind {
    @JsonProperty("call")
    CALL,
    @JsonProperty("meeting")
    MEETING,
    @JsonProperty("mail")
    MAIL,
    /** Written down without the customer; never counts as a touch. */
    @JsonProperty("note")
    NOTE,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
