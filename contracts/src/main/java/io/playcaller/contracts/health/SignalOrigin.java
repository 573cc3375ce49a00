package io.playcaller.contracts.health;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a signal may become a task by itself. */
public enum SignalOrigin {
    @JsonProperty("live")
    LIVE,
    /** Found when an import ended: triage, from which people release work. */
    @JsonProperty("backfill")
    BACKFILL,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
