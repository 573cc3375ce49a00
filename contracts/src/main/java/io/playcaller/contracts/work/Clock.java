package io.playcaller.contracts.work;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The clocks of a task. */
public enum Clock {
    @JsonProperty("accept")
    ACCEPT,
    @JsonProperty("first-touch")
    FIRST_TOUCH,
    @JsonProperty("update")
    UPDATE,
    @JsonProperty("complete")
    COMPLETE,
    /** The play ends unfinished when it runs out. */
    @JsonProperty("give-up")
    GIVE_UP,
    /** How long the first touch, the update and the completion may stand still; when it runs out they go on. */
    @JsonProperty("pause")
    PAUSE,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
