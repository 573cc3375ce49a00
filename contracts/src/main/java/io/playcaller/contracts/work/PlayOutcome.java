package io.playcaller.contracts.work;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How a play ended: by a fact about the customer, not by ticked boxes. */
public enum PlayOutcome {
    @JsonProperty("succeeded")
    SUCCEEDED,
    @JsonProperty("failed")
    FAILED,
    /** Gave up after its time. */
    @JsonProperty("expired")
    EXPIRED,
    /** Its signal never held. */
    @JsonProperty("retracted")
    RETRACTED,
    /** A larger play took over, or another account, into which this one was merged. */
    @JsonProperty("overtaken")
    OVERTAKEN,
    /** Its signal ended before anybody had taken the task: the customer came back without us. */
    @JsonProperty("recovered")
    RECOVERED,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
