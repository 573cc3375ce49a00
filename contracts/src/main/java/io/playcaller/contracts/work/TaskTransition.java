package io.playcaller.contracts.work;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What happened to a task. */
public enum TaskTransition {
    @JsonProperty("created")
    CREATED,
    /** Another person, or for the first time a person. */
    @JsonProperty("assigned")
    ASSIGNED,
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    /** A further signal joined it, no graver than it was. */
    @JsonProperty("joined")
    JOINED,
    /** A signal that joined it, or one of its own, made it graver, left less time, or holds again. */
    @JsonProperty("raised")
    RAISED,
    /** All that it is about is over after somebody had accepted it: no clock urges any more. */
    @JsonProperty("settled")
    SETTLED,
    /** One of ours was in touch with the customer. */
    @JsonProperty("touched")
    TOUCHED,
    /** Its person wrote how it stands. */
    @JsonProperty("updated")
    UPDATED,
    /** Something changed around it, such as its signal, that changes nothing about it. */
    @JsonProperty("noted")
    NOTED,
    /** A warning before a clock runs out. */
    @JsonProperty("due-soon")
    DUE_SOON,
    /** A clock ran out. */
    @JsonProperty("breached")
    BREACHED,
    @JsonProperty("escalated")
    ESCALATED,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** Somebody wrote something down; it changes nothing about it. */
    @JsonProperty("commented")
    COMMENTED,
    /** Somebody put it out of sight for a while; its clocks run on. */
    @JsonProperty("snoozed")
    SNOOZED,
    /** Somebody waits for another: first touch, update and completion stand still. */
    @JsonProperty("paused")
    PAUSED,
    /** They go on, because somebody said so, or was in touch, or the pause was over. */
    @JsonProperty("resumed")
    RESUMED,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
