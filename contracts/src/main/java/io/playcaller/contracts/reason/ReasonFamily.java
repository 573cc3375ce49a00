package io.playcaller.contracts.reason;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The family of a reason: signals are grouped, and risk is reported, per account and family. */
public enum ReasonFamily {
    @JsonProperty("usage")
    USAGE,
    @JsonProperty("onboarding")
    ONBOARDING,
    @JsonProperty("support")
    SUPPORT,
    @JsonProperty("sentiment")
    SENTIMENT,
    @JsonProperty("relationship")
    RELATIONSHIP,
    @JsonProperty("value")
    VALUE,
    @JsonProperty("commercial")
    COMMERCIAL,
    @JsonProperty("external")
    EXTERNAL,
    @JsonProperty("expansion")
    EXPANSION,
    @JsonProperty("lifecycle")
    LIFECYCLE,
    @JsonProperty("forecast")
    FORECAST,
    @JsonProperty("advocacy")
    ADVOCACY,
    @JsonProperty("data-quality")
    DATA_QUALITY,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
