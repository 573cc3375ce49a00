package io.playcaller.contracts.health;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an account is in a segment, a tier or a stage. */
public enum ProfileRule {
    /** Tier: what its contracts were worth when it became a customer, or came back. */
    @JsonProperty("arr")
    ARR,
    /** Tier: worth enough for so long. */
    @JsonProperty("arr-above")
    ARR_ABOVE,
    /** Tier: worth clearly less for so long. */
    @JsonProperty("arr-below")
    ARR_BELOW,
    /** Tier: worth less when a term ended. */
    @JsonProperty("renewed-lower")
    RENEWED_LOWER,
    /** Tier: the account is flagged as strategic. */
    @JsonProperty("strategic")
    STRATEGIC,
    /** Stage: the first contract began. */
    @JsonProperty("contract-started")
    CONTRACT_STARTED,
    /** Stage or tier: the last contract ended. */
    @JsonProperty("contract-ended")
    CONTRACT_ENDED,
    /** Stage: a contract began after a time without one. */
    @JsonProperty("came-back")
    CAME_BACK,
    /** Stage: milestones were reached. */
    @JsonProperty("milestones")
    MILESTONES,
    /** Stage: the one before took as long as it may. */
    @JsonProperty("time")
    TIME,
    /** Stage: the end of a term is near. */
    @JsonProperty("renewal-near")
    RENEWAL_NEAR,
    /** Stage: a notice deadline is near. */
    @JsonProperty("notice-near")
    NOTICE_NEAR,
    /** Stage: the term ended that was to be renewed, and another runs. */
    @JsonProperty("renewed")
    RENEWED,
    /** No other rule applies. */
    @JsonProperty("otherwise")
    OTHERWISE,
    /** Another model judges. */
    @JsonProperty("model")
    MODEL,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
