package io.playcaller.contracts.fact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person of the customer is to us. */
public enum ContactRole {
    /** Decides on the money. */
    @JsonProperty("sponsor")
    SPONSOR,
    /** Speaks for us inside. */
    @JsonProperty("champion")
    CHAMPION,
    /** Runs the product. */
    @JsonProperty("admin")
    ADMIN,
    @JsonProperty("power-user")
    POWER_USER,
    @JsonProperty("user")
    USER,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
