package io.playcaller.contracts.fact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Severity of a support ticket; {@code SEV1} is the worst. */
public enum TicketSeverity {
    /** Production is down. */
    @JsonProperty("sev1")
    SEV1,
    @JsonProperty("sev2")
    SEV2,
    @JsonProperty("sev3")
    SEV3,
    @JsonProperty("sev4")
    SEV4,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
