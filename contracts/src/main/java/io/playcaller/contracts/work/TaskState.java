package io.playcaller.contracts.work;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a task stands. */
public enum TaskState {
    /** Waits to be acknowledged. */
    @JsonProperty("open")
    OPEN,
    /** Somebody has it. */
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    @JsonProperty("completed")
    COMPLETED,
    /** Its reason went away or was retracted. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
