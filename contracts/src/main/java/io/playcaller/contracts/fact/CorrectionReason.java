package io.playcaller.contracts.fact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why something that was told is taken back. */
public enum CorrectionReason {
    /** It never happened so. */
    @JsonProperty("mistake")
    MISTAKE,
    /** It was told before, under another id. */
    @JsonProperty("duplicate")
    DUPLICATE,
    /** It is about somebody else. */
    @JsonProperty("wrong-account")
    WRONG_ACCOUNT,
    /** It was a trial. */
    @JsonProperty("test")
    TEST,
    /** Whoever told it may not have it known. */
    @JsonProperty("privacy")
    PRIVACY,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
