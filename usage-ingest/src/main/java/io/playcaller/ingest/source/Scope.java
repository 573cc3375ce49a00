package io.playcaller.ingest.source;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a write key may do. */
public enum Scope {
    /** Send events, beat, open and close backfills. */
    @JsonProperty("events")
    EVENTS,
    /** Write the register. */
    @JsonProperty("register")
    REGISTER
}
