package io.playcaller.contracts.fact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a support ticket stands. */
public enum TicketStatus {
    /** Waits for us. */
    @JsonProperty("open")
    OPEN,
    /** Waits for the customer. */
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("solved")
    SOLVED,
    /** Was solved, and is open again: said once, with that change. Each time that it is said the ticket counts as open since then. */
    @JsonProperty("reopened")
    REOPENED,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
