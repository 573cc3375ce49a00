package io.playcaller.contracts.fact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of facts a source delivers: when it goes quiet, the measures of that kind are frozen. */
public enum Feed {
    @JsonProperty("usage")
    USAGE,
    @JsonProperty("support")
    SUPPORT,
    @JsonProperty("feedback")
    FEEDBACK,
    /** Milestones and touches. */
    @JsonProperty("success")
    SUCCESS,
    /** Accounts, contracts, owners, people, invoices. */
    @JsonProperty("register")
    REGISTER,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
