package io.playcaller.contracts.health;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The grade of a score: A from 80, B from 65, C from 50, D from 35, E below. */
public enum Grade {
    @JsonProperty("A")
    A,
    @JsonProperty("B")
    B,
    @JsonProperty("C")
    C,
    @JsonProperty("D")
    D,
    @JsonProperty("E")
    E,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
