package io.playcaller.contracts.reason;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why: the one vocabulary that a signal, a play, a renewal risk and a loss share, so that the save rate by reason is one
 * query. A code is never removed and never changes its meaning; a renamed one stays as an alias.
 */
public enum Reason {
    USAGE_LEVEL_LOW(
            "usage.level_low",
            SignalKind.RISK,
            ReasonFamily.USAGE,
            RiskCode.ADOPTION,
            Severity.MEDIUM,
            true,
            "Few of the paid seats are active"),
    USAGE_DROP(
            "usage.drop",
            SignalKind.RISK,
            ReasonFamily.USAGE,
            RiskCode.ADOPTION,
            Severity.MEDIUM,
            true,
            "Usage fell against its own recent weeks"),
    USAGE_SILENT(
            "usage.silent",
            SignalKind.RISK,
            ReasonFamily.USAGE,
            RiskCode.ADOPTION,
            Severity.HIGH,
            true,
            "Nobody has used the product"),
    USAGE_BREADTH_LOW(
            "usage.breadth_low",
            SignalKind.RISK,
            ReasonFamily.USAGE,
            RiskCode.ADOPTION,
            Severity.LOW,
            true,
            "Few core features are in use"),
    USAGE_KEY_USER_LOST(
            "usage.key_user_lost",
            SignalKind.RISK,
            ReasonFamily.USAGE,
            RiskCode.ADOPTION,
            Severity.MEDIUM,
            true,
            "A key user stopped using the product"),
    USAGE_SEATS_IDLE(
            "usage.seats_idle",
            SignalKind.RISK,
            ReasonFamily.USAGE,
            RiskCode.ADOPTION,
            Severity.MEDIUM,
            true,
            "Most paid seats are idle"),
    ONB_KICKOFF_LATE(
            "onb.kickoff_late",
            SignalKind.RISK,
            ReasonFamily.ONBOARDING,
            RiskCode.TIME_TO_VALUE,
            Severity.MEDIUM,
            true,
            "The kickoff has not been held"),
    ONB_MILESTONE_MISSED(
            "onb.milestone_missed",
            SignalKind.RISK,
            ReasonFamily.ONBOARDING,
            RiskCode.TIME_TO_VALUE,
            Severity.MEDIUM,
            true,
            "A milestone was due and did not come"),
    ONB_STALLED(
            "onb.stalled",
            SignalKind.RISK,
            ReasonFamily.ONBOARDING,
            RiskCode.TIME_TO_VALUE,
            Severity.HIGH,
            true,
            "Onboarding has passed its target"),
    ONB_HANDOVER_REJECTED(
            "onb.handover_rejected",
            SignalKind.RISK,
            ReasonFamily.ONBOARDING,
            RiskCode.TIME_TO_VALUE,
            Severity.MEDIUM,
            true,
            "A hand-over was rejected"),
    SUP_SEVERE_OPEN(
            "sup.severe_open",
            SignalKind.RISK,
            ReasonFamily.SUPPORT,
            RiskCode.PRODUCT_AND_SUPPORT,
            Severity.HIGH,
            true,
            "A severe ticket is open"),
    SUP_BACKLOG(
            "sup.backlog",
            SignalKind.RISK,
            ReasonFamily.SUPPORT,
            RiskCode.PRODUCT_AND_SUPPORT,
            Severity.MEDIUM,
            true,
            "Tickets stay open for long"),
    SUP_REOPENED(
            "sup.reopened",
            SignalKind.RISK,
            ReasonFamily.SUPPORT,
            RiskCode.PRODUCT_AND_SUPPORT,
            Severity.MEDIUM,
            true,
            "Solved tickets were reopened"),
    SUP_RECURRING(
            "sup.recurring",
            SignalKind.RISK,
            ReasonFamily.SUPPORT,
            RiskCode.PRODUCT_AND_SUPPORT,
            Severity.MEDIUM,
            true,
            "The same issue keeps coming back"),
    SUP_CSAT_LOW(
            "sup.csat_low",
            SignalKind.RISK,
            ReasonFamily.SUPPORT,
            RiskCode.PRODUCT_AND_SUPPORT,
            Severity.MEDIUM,
            true,
            "Support satisfaction is low"),
    SEN_NPS_DETRACTOR(
            "sen.nps_detractor",
            SignalKind.RISK,
            ReasonFamily.SENTIMENT,
            RiskCode.SENTIMENT,
            Severity.MEDIUM,
            true,
            "A contact is a detractor"),
    SEN_CSM_CONCERN(
            "sen.csm_concern",
            SignalKind.RISK,
            ReasonFamily.SENTIMENT,
            RiskCode.SENTIMENT,
            Severity.MEDIUM,
            true,
            "The CSM is concerned"),
    REL_SPONSOR_LEFT(
            "rel.sponsor_left",
            SignalKind.RISK,
            ReasonFamily.RELATIONSHIP,
            RiskCode.SPONSORSHIP,
            Severity.HIGH,
            true,
            "The sponsor has left"),
    REL_SPONSOR_COLD(
            "rel.sponsor_cold",
            SignalKind.RISK,
            ReasonFamily.RELATIONSHIP,
            RiskCode.SPONSORSHIP,
            Severity.MEDIUM,
            true,
            "The sponsor has not been met for long"),
    REL_SINGLE_THREAD(
            "rel.single_thread",
            SignalKind.RISK,
            ReasonFamily.RELATIONSHIP,
            RiskCode.SPONSORSHIP,
            Severity.LOW,
            true,
            "Only one contact is in touch"),
    REL_NO_TOUCH(
            "rel.no_touch",
            SignalKind.RISK,
            ReasonFamily.RELATIONSHIP,
            RiskCode.SPONSORSHIP,
            Severity.LOW,
            true,
            "Nobody has spoken with the customer for long"),
    VAL_NO_OBJECTIVE(
            "val.no_objective",
            SignalKind.RISK,
            ReasonFamily.VALUE,
            RiskCode.VALUE_PROOF,
            Severity.LOW,
            true,
            "No objective is agreed"),
    VAL_OBJECTIVE_MISSED(
            "val.objective_missed",
            SignalKind.RISK,
            ReasonFamily.VALUE,
            RiskCode.VALUE_PROOF,
            Severity.MEDIUM,
            true,
            "An agreed objective was missed"),
    COM_INVOICE_OVERDUE(
            "com.invoice_overdue",
            SignalKind.RISK,
            ReasonFamily.COMMERCIAL,
            RiskCode.PRICE_AND_TERMS,
            Severity.MEDIUM,
            true,
            "An invoice is overdue"),
    COM_NOTICE_NEAR(
            "com.notice_near",
            SignalKind.RISK,
            ReasonFamily.COMMERCIAL,
            RiskCode.PRICE_AND_TERMS,
            Severity.MEDIUM,
            true,
            "The cancellation-notice deadline is near"),
    COM_PRICE(
            "com.price",
            SignalKind.RISK,
            ReasonFamily.COMMERCIAL,
            RiskCode.PRICE_AND_TERMS,
            Severity.MEDIUM,
            true,
            "The price is questioned"),
    COM_CONTRACTION_ASKED(
            "com.contraction_asked",
            SignalKind.RISK,
            ReasonFamily.COMMERCIAL,
            RiskCode.PRICE_AND_TERMS,
            Severity.HIGH,
            true,
            "The customer asked for less"),
    EXT_COMPETITOR(
            "ext.competitor",
            SignalKind.RISK,
            ReasonFamily.EXTERNAL,
            RiskCode.COMPETITOR,
            Severity.HIGH,
            true,
            "A competitor is being evaluated"),
    EXT_BUDGET_OR_CLOSURE(
            "ext.budget_or_closure",
            SignalKind.RISK,
            ReasonFamily.EXTERNAL,
            RiskCode.BUDGET_OR_CLOSURE,
            Severity.HIGH,
            false,
            "Budget was cut or the business closes"),
    EXP_SEATS_NEAR_LIMIT(
            "exp.seats_near_limit",
            SignalKind.EXPANSION,
            ReasonFamily.EXPANSION,
            RiskCode.NONE,
            Severity.MEDIUM,
            true,
            "Nearly all paid seats are active"),
    EXP_FEATURE_INTEREST(
            "exp.feature_interest",
            SignalKind.EXPANSION,
            ReasonFamily.EXPANSION,
            RiskCode.NONE,
            Severity.LOW,
            true,
            "Interest in a feature that is not licensed"),
    EXP_NEW_TEAM(
            "exp.new_team",
            SignalKind.EXPANSION,
            ReasonFamily.EXPANSION,
            RiskCode.NONE,
            Severity.LOW,
            true,
            "A new team started to use the product"),
    EXP_VALUE_PROVEN(
            "exp.value_proven",
            SignalKind.EXPANSION,
            ReasonFamily.EXPANSION,
            RiskCode.NONE,
            Severity.MEDIUM,
            true,
            "An objective was achieved and health is good"),
    LIFE_CONTRACT_SIGNED(
            "life.contract_signed",
            SignalKind.LIFECYCLE,
            ReasonFamily.LIFECYCLE,
            RiskCode.NONE,
            Severity.LOW,
            true,
            "A contract was signed"),
    LIFE_STARTED(
            "life.started",
            SignalKind.LIFECYCLE,
            ReasonFamily.LIFECYCLE,
            RiskCode.NONE,
            Severity.LOW,
            true,
            "A contract started"),
    LIFE_STAGE_EXIT(
            "life.stage_exit",
            SignalKind.LIFECYCLE,
            ReasonFamily.LIFECYCLE,
            RiskCode.NONE,
            Severity.LOW,
            true,
            "A lifecycle stage was completed"),
    LIFE_FIRST_VALUE(
            "life.first_value",
            SignalKind.LIFECYCLE,
            ReasonFamily.LIFECYCLE,
            RiskCode.NONE,
            Severity.LOW,
            true,
            "First value was reached"),
    LIFE_CHURNED(
            "life.churned",
            SignalKind.LIFECYCLE,
            ReasonFamily.LIFECYCLE,
            RiskCode.NONE,
            Severity.LOW,
            true,
            "A contract ended in full or in part"),
    FC_RENEWAL_DUE(
            "fc.renewal_due",
            SignalKind.FORECAST,
            ReasonFamily.FORECAST,
            RiskCode.NONE,
            Severity.LOW,
            true,
            "A renewal is due"),
    FC_AT_RISK_NO_PLAN(
            "fc.at_risk_no_plan",
            SignalKind.FORECAST,
            ReasonFamily.FORECAST,
            RiskCode.NONE,
            Severity.HIGH,
            true,
            "A renewal is at risk and has no plan"),
    FC_DISAGREEMENT(
            "fc.disagreement",
            SignalKind.FORECAST,
            ReasonFamily.FORECAST,
            RiskCode.NONE,
            Severity.MEDIUM,
            true,
            "Model and people disagree on a renewal"),
    ADV_PROMOTER(
            "adv.promoter",
            SignalKind.ADVOCACY,
            ReasonFamily.ADVOCACY,
            RiskCode.NONE,
            Severity.LOW,
            true,
            "A contact is a promoter"),
    ADV_REFERENCE_DUE(
            "adv.reference_due",
            SignalKind.ADVOCACY,
            ReasonFamily.ADVOCACY,
            RiskCode.NONE,
            Severity.LOW,
            true,
            "The account may be asked for a reference"),
    DQ_SOURCE_SILENT(
            "dq.source_silent",
            SignalKind.DATA_QUALITY,
            ReasonFamily.DATA_QUALITY,
            RiskCode.NONE,
            Severity.HIGH,
            true,
            "A source went quiet"),
    DQ_SOURCE_GARBAGE(
            "dq.source_garbage",
            SignalKind.DATA_QUALITY,
            ReasonFamily.DATA_QUALITY,
            RiskCode.NONE,
            Severity.HIGH,
            true,
            "A source sends what cannot be used"),
    DQ_UNMAPPED(
            "dq.unmapped",
            SignalKind.DATA_QUALITY,
            ReasonFamily.DATA_QUALITY,
            RiskCode.NONE,
            Severity.LOW,
            true,
            "Events come that nothing uses"),
    /** A code of a newer writer. */
    UNKNOWN(
            "unknown",
            SignalKind.UNKNOWN,
            ReasonFamily.UNKNOWN,
            RiskCode.UNKNOWN,
            Severity.UNKNOWN,
            true,
            "Unknown reason");

    private static final Map<String, Reason> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Reason::code, Function.identity()));

    private final String code;
    private final SignalKind kind;
    private final ReasonFamily family;
    private final RiskCode riskCode;
    private final Severity severity;
    private final boolean avoidable;
    private final String sentence;

    Reason(
            String code,
            SignalKind kind,
            ReasonFamily family,
            RiskCode riskCode,
            Severity severity,
            boolean avoidable,
            String sentence) {
        this.code = code;
        this.kind = kind;
        this.family = family;
        this.riskCode = riskCode;
        this.severity = severity;
        this.avoidable = avoidable;
        this.sentence = sentence;
    }

    /** The code on the wire and in files, such as {@code usage.drop}. */
    @JsonValue
    public String code() {
        return code;
    }

    public SignalKind kind() {
        return kind;
    }

    public ReasonFamily family() {
        return family;
    }

    /** The renewal risk code that this reason is reported under; {@code NONE} where it is no risk. */
    public RiskCode riskCode() {
        return riskCode;
    }

    /** The severity where value at risk does not say otherwise. */
    public Severity severity() {
        return severity;
    }

    /** False where nobody could have prevented a loss for this reason; a default, corrected by the loss review. */
    public boolean avoidable() {
        return avoidable;
    }

    /** The reason in plain words, the beginning of the sentence that people read. */
    public String sentence() {
        return sentence;
    }

    /** The reason of a code written in a file or typed by a person; empty when there is none. */
    public static Optional<Reason> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The reason of a code on the wire; {@link #UNKNOWN} when a newer writer sent it. */
    @JsonCreator
    public static Reason ofWire(String code) {
        return BY_CODE.getOrDefault(code, UNKNOWN);
    }
}
