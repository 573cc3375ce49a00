package io.playcaller.contracts.reason;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How bad, from value at risk (docs/glossary.md). Ordered: a higher ordinal is worse, {@code UNKNOWN} counts as {@code MEDIUM}. */
public enum Severity {
    @JsonProperty("low")
    LOW,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("high")
    HIGH,
    @JsonProperty("critical")
    CRITICAL,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
