package io.playcaller.contracts.fact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why nothing can be told from what a source does not say. */
public enum QuietCause {
    /** It delivers nothing, or next to nothing, where its pattern says that it should. */
    @JsonProperty("silent")
    SILENT,
    /** It delivers, and far more than usual of it cannot be used. */
    @JsonProperty("garbage")
    GARBAGE,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
