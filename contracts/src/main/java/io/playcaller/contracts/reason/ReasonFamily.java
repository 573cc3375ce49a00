package io.playcaller.contracts.reason;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The family of a reason: signals are grouped, and risk is reported, per account and family. */
public enum ReasonFamily {
    @JsonProperty("usage")
    USAGE(SignalKind.RISK, RiskCode.ADOPTION),
    @JsonProperty("onboarding")
    ONBOARDING(SignalKind.RISK, RiskCode.TIME_TO_VALUE),
    @JsonProperty("support")
    SUPPORT(SignalKind.RISK, RiskCode.PRODUCT_AND_SUPPORT),
    @JsonProperty("sentiment")
    SENTIMENT(SignalKind.RISK, RiskCode.SENTIMENT),
    @JsonProperty("relationship")
    RELATIONSHIP(SignalKind.RISK, RiskCode.SPONSORSHIP),
    @JsonProperty("value")
    VALUE(SignalKind.RISK, RiskCode.VALUE_PROOF),
    @JsonProperty("commercial")
    COMMERCIAL(SignalKind.RISK, RiskCode.PRICE_AND_TERMS),
    @JsonProperty("external")
    EXTERNAL(SignalKind.RISK, RiskCode.BUDGET_OR_CLOSURE),
    @JsonProperty("expansion")
    EXPANSION(SignalKind.EXPANSION, RiskCode.NONE),
    @JsonProperty("lifecycle")
    LIFECYCLE(SignalKind.LIFECYCLE, RiskCode.NONE),
    @JsonProperty("forecast")
    FORECAST(SignalKind.FORECAST, RiskCode.NONE),
    @JsonProperty("advocacy")
    ADVOCACY(SignalKind.ADVOCACY, RiskCode.NONE),
    @JsonProperty("data-quality")
    DATA_QUALITY(SignalKind.DATA_QUALITY, RiskCode.NONE),
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN(SignalKind.UNKNOWN, RiskCode.UNKNOWN);

    private final SignalKind kind;
    private final RiskCode riskCode;

    ReasonFamily(SignalKind kind, RiskCode riskCode) {
        this.kind = kind;
        this.riskCode = riskCode;
    }

    /** What a signal of this family asks for. */
    public SignalKind kind() {
        return kind;
    }

    /** The renewal risk code of this family's reasons, unless a reason has one of its own. */
    public RiskCode riskCode() {
        return riskCode;
    }
}
