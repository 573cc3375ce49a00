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
 * query. A code is never removed, never renamed and never changes its meaning. {@code docs/reasons.md} lists them.
 */
public enum Reason {
    USAGE_LEVEL_LOW("usage.level_low", ReasonFamily.USAGE, Severity.MEDIUM, "Few of the paid seats are active"),
    USAGE_DROP("usage.drop", ReasonFamily.USAGE, Severity.MEDIUM, "Usage fell against its own recent weeks"),
    USAGE_SILENT("usage.silent", ReasonFamily.USAGE, Severity.HIGH, "Nobody has used the product"),
    USAGE_BREADTH_LOW("usage.breadth_low", ReasonFamily.USAGE, Severity.LOW, "Few core features are in use"),
    USAGE_KEY_USER_LOST(
            "usage.key_user_lost", ReasonFamily.USAGE, Severity.MEDIUM, "A key user stopped using the product"),
    USAGE_SEATS_IDLE("usage.seats_idle", ReasonFamily.USAGE, Severity.MEDIUM, "Most paid seats are idle"),
    ONB_KICKOFF_LATE("onb.kickoff_late", ReasonFamily.ONBOARDING, Severity.MEDIUM, "The kickoff has not been held"),
    ONB_MILESTONE_MISSED(
            "onb.milestone_missed", ReasonFamily.ONBOARDING, Severity.MEDIUM, "A milestone was due and did not come"),
    ONB_STALLED("onb.stalled", ReasonFamily.ONBOARDING, Severity.HIGH, "Onboarding has passed its target"),
    ONB_HANDOVER_REJECTED(
            "onb.handover_rejected", ReasonFamily.ONBOARDING, Severity.MEDIUM, "A hand-over was rejected"),
    SUP_SEVERE_OPEN("sup.severe_open", ReasonFamily.SUPPORT, Severity.HIGH, "A severe ticket is open"),
    SUP_BACKLOG("sup.backlog", ReasonFamily.SUPPORT, Severity.MEDIUM, "Tickets stay open for long"),
    SUP_REOPENED("sup.reopened", ReasonFamily.SUPPORT, Severity.MEDIUM, "Solved tickets were reopened"),
    SUP_RECURRING("sup.recurring", ReasonFamily.SUPPORT, Severity.MEDIUM, "The same issue keeps coming back"),
    SUP_CSAT_LOW("sup.csat_low", ReasonFamily.SUPPORT, Severity.MEDIUM, "Support satisfaction is low"),
    SEN_NPS_DETRACTOR("sen.nps_detractor", ReasonFamily.SENTIMENT, Severity.MEDIUM, "A contact is a detractor"),
    SEN_CSM_CONCERN("sen.csm_concern", ReasonFamily.SENTIMENT, Severity.MEDIUM, "The CSM is concerned"),
    REL_SPONSOR_LEFT("rel.sponsor_left", ReasonFamily.RELATIONSHIP, Severity.HIGH, "The sponsor has left"),
    REL_SPONSOR_COLD(
            "rel.sponsor_cold", ReasonFamily.RELATIONSHIP, Severity.MEDIUM, "The sponsor has not been met for long"),
    REL_SINGLE_THREAD("rel.single_thread", ReasonFamily.RELATIONSHIP, Severity.LOW, "Only one contact is in touch"),
    REL_NO_TOUCH(
            "rel.no_touch", ReasonFamily.RELATIONSHIP, Severity.LOW, "Nobody has spoken with the customer for long"),
    VAL_NO_OBJECTIVE("val.no_objective", ReasonFamily.VALUE, Severity.LOW, "No objective is agreed"),
    VAL_OBJECTIVE_MISSED("val.objective_missed", ReasonFamily.VALUE, Severity.MEDIUM, "An agreed objective was missed"),
    COM_INVOICE_OVERDUE("com.invoice_overdue", ReasonFamily.COMMERCIAL, Severity.MEDIUM, "An invoice is overdue"),
    COM_NOTICE_NEAR(
            "com.notice_near", ReasonFamily.COMMERCIAL, Severity.MEDIUM, "The cancellation-notice deadline is near"),
    COM_PRICE("com.price", ReasonFamily.COMMERCIAL, Severity.MEDIUM, "The price is questioned"),
    COM_CONTRACTION_ASKED(
            "com.contraction_asked", ReasonFamily.COMMERCIAL, Severity.HIGH, "The customer asked for less"),
    EXT_COMPETITOR(
            "ext.competitor",
            ReasonFamily.EXTERNAL,
            Severity.HIGH,
            "A competitor is being evaluated",
            RiskCode.COMPETITOR,
            true),
    EXT_BUDGET_OR_CLOSURE(
            "ext.budget_or_closure",
            ReasonFamily.EXTERNAL,
            Severity.HIGH,
            "Budget was cut or the business closes",
            RiskCode.BUDGET_OR_CLOSURE,
            false),
    EXP_SEATS_NEAR_LIMIT(
            "exp.seats_near_limit", ReasonFamily.EXPANSION, Severity.MEDIUM, "Nearly all paid seats are active"),
    EXP_FEATURE_INTEREST(
            "exp.feature_interest", ReasonFamily.EXPANSION, Severity.LOW, "Interest in a feature that is not licensed"),
    EXP_NEW_TEAM("exp.new_team", ReasonFamily.EXPANSION, Severity.LOW, "A new team started to use the product"),
    EXP_VALUE_PROVEN(
            "exp.value_proven",
            ReasonFamily.EXPANSION,
            Severity.MEDIUM,
            "An objective was achieved and health is good"),
    LIFE_CONTRACT_SIGNED("life.contract_signed", ReasonFamily.LIFECYCLE, Severity.LOW, "A contract was signed"),
    LIFE_STARTED("life.started", ReasonFamily.LIFECYCLE, Severity.LOW, "A contract started"),
    LIFE_STAGE_EXIT("life.stage_exit", ReasonFamily.LIFECYCLE, Severity.LOW, "A lifecycle stage was completed"),
    LIFE_FIRST_VALUE("life.first_value", ReasonFamily.LIFECYCLE, Severity.LOW, "First value was reached"),
    LIFE_CHURNED("life.churned", ReasonFamily.LIFECYCLE, Severity.LOW, "A contract ended in full or in part"),
    LIFE_OVERRIDE_EXPIRING(
            "life.override_expiring", ReasonFamily.LIFECYCLE, Severity.LOW, "An override by hand ends in 3 days"),
    LIFE_LOSS_UNREVIEWED(
            "life.loss_unreviewed", ReasonFamily.LIFECYCLE, Severity.MEDIUM, "A loss was not reviewed in time"),
    LIFE_TIER_CHANGED(
            "life.tier_changed", ReasonFamily.LIFECYCLE, Severity.MEDIUM, "The account is in another tier of coverage"),
    FC_RENEWAL_DUE("fc.renewal_due", ReasonFamily.FORECAST, Severity.LOW, "A renewal is due"),
    FC_AT_RISK_NO_PLAN(
            "fc.at_risk_no_plan", ReasonFamily.FORECAST, Severity.HIGH, "A renewal is at risk and has no plan"),
    FC_DISAGREEMENT(
            "fc.disagreement", ReasonFamily.FORECAST, Severity.MEDIUM, "Model and people disagree on a renewal"),
    ADV_PROMOTER("adv.promoter", ReasonFamily.ADVOCACY, Severity.LOW, "A contact is a promoter"),
    ADV_REFERENCE_DUE(
            "adv.reference_due", ReasonFamily.ADVOCACY, Severity.LOW, "The account may be asked for a reference"),
    DQ_SOURCE_SILENT("dq.source_silent", ReasonFamily.DATA_QUALITY, Severity.HIGH, "A source went quiet"),
    DQ_SOURCE_GARBAGE(
            "dq.source_garbage", ReasonFamily.DATA_QUALITY, Severity.HIGH, "A source sends what cannot be used"),
    DQ_UNMAPPED("dq.unmapped", ReasonFamily.DATA_QUALITY, Severity.LOW, "Events come that nothing uses"),
    DQ_FLOOD("dq.flood", ReasonFamily.DATA_QUALITY, Severity.HIGH, "More work would begin than the brake lets through"),
    DQ_PEOPLE_UNMATCHED(
            "dq.people_unmatched",
            ReasonFamily.DATA_QUALITY,
            Severity.MEDIUM,
            "A tool may not know some of our people"),
    DQ_BOOK_OVER(
            "dq.book_over", ReasonFamily.DATA_QUALITY, Severity.HIGH, "A book has been above its band for too long"),
    DQ_ALLOWANCE_LOW(
            "dq.allowance_low", ReasonFamily.DATA_QUALITY, Severity.MEDIUM, "Most of what a tool allows is used"),
    DQ_LEAVER_OVERRIDES(
            "dq.leaver_overrides",
            ReasonFamily.DATA_QUALITY,
            Severity.MEDIUM,
            "What somebody who left set by hand may still stand"),
    /** A code of a newer writer. */
    UNKNOWN("unknown", ReasonFamily.UNKNOWN, Severity.UNKNOWN, "Unknown reason");

    private static final Map<String, Reason> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Reason::code, Function.identity()));

    private final String code;
    private final ReasonFamily family;
    private final Severity severity;
    private final String sentence;
    private final RiskCode riskCode;
    private final boolean avoidable;

    /** A reason of its family's risk code, avoidable. */
    Reason(String code, ReasonFamily family, Severity severity, String sentence) {
        this(code, family, severity, sentence, family.riskCode(), true);
    }

    Reason(String code, ReasonFamily family, Severity severity, String sentence, RiskCode riskCode, boolean avoidable) {
        this.code = code;
        this.family = family;
        this.severity = severity;
        this.sentence = sentence;
        this.riskCode = riskCode;
        this.avoidable = avoidable;
    }

    /** The code on the wire and in files, such as {@code usage.drop}. */
    @JsonValue
    public String code() {
        return code;
    }

    public SignalKind kind() {
        return family.kind();
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
