package io.playcaller.contracts.fact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody did with a piece of content. */
public enum ContentUse {
    /** It stood before them; nothing says that they looked. */
    @JsonProperty("shown")
    SHOWN,
    @JsonProperty("opened")
    OPENED,
    /** Read to the end, watched, completed. */
    @JsonProperty("done")
    DONE,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
