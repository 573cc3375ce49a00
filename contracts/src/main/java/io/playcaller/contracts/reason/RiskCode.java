package io.playcaller.contracts.reason;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Renewal risk code: why a contract may not renew, in the words of a forecast call. */
public enum RiskCode {
    @JsonProperty("adoption")
    ADOPTION,
    @JsonProperty("time-to-value")
    TIME_TO_VALUE,
    @JsonProperty("product-and-support")
    PRODUCT_AND_SUPPORT,
    @JsonProperty("sentiment")
    SENTIMENT,
    @JsonProperty("sponsorship")
    SPONSORSHIP,
    @JsonProperty("value-proof")
    VALUE_PROOF,
    @JsonProperty("price-and-terms")
    PRICE_AND_TERMS,
    @JsonProperty("competitor")
    COMPETITOR,
    @JsonProperty("budget-or-closure")
    BUDGET_OR_CLOSURE,
    /** Not a risk. */
    @JsonProperty("none")
    NONE,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}
