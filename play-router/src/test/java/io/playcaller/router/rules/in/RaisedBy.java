package io.playcaller.router.rules.in;

import static java.util.Map.entry;

import io.playcaller.contracts.reason.Reason;
import java.util.Map;

/** What opens a signal with a reason, in the words of {@code docs/reasons.md}; health-model's tests hold the page against the model. */
final class RaisedBy {

    private static final Map<Reason, String> BY_REASON = Map.ofEntries(
            entry(Reason.USAGE_LEVEL_LOW, "`score`"),
            entry(Reason.USAGE_DROP, "`usage-drop`, `score`"),
            entry(Reason.USAGE_SILENT, "`silent`, `score`"),
            entry(Reason.USAGE_BREADTH_LOW, "`breadth-low`, `score`"),
            entry(Reason.USAGE_KEY_USER_LOST, "`admin-lost`, `power-user-lost`"),
            entry(Reason.USAGE_SEATS_IDLE, "`seats-idle`"),
            entry(Reason.ONB_KICKOFF_LATE, "`kickoff-late`"),
            entry(Reason.ONB_MILESTONE_MISSED, "`milestone-missed`, `score`"),
            entry(Reason.ONB_STALLED, "`onboarding-stalled`"),
            entry(Reason.ONB_HANDOVER_REJECTED, "`set-up`"),
            entry(Reason.SUP_SEVERE_OPEN, "`severe-ticket`, `score`"),
            entry(Reason.SUP_BACKLOG, "`score`"),
            entry(Reason.SUP_REOPENED, "`reopened`"),
            entry(Reason.SUP_RECURRING, "`recurring-issue`, `set-up`"),
            entry(Reason.SUP_CSAT_LOW, "`score`"),
            entry(Reason.SEN_NPS_DETRACTOR, "`detractor`, `score`"),
            entry(Reason.SEN_CSM_CONCERN, "`score`"),
            entry(Reason.REL_SPONSOR_LEFT, "`sponsor-left`"),
            entry(Reason.REL_SPONSOR_COLD, "`sponsor-cold`, `score`"),
            entry(Reason.REL_SINGLE_THREAD, "`single-thread`, `score`"),
            entry(Reason.REL_NO_TOUCH, "`no-touch`"),
            entry(Reason.VAL_NO_OBJECTIVE, "`score`"),
            entry(Reason.VAL_OBJECTIVE_MISSED, "`objective-missed`"),
            entry(Reason.COM_INVOICE_OVERDUE, "`invoice-overdue`, `score`"),
            entry(Reason.COM_NOTICE_NEAR, "`renewal`"),
            entry(Reason.COM_CONTRACTION_ASKED, "`notice-received`"),
            entry(Reason.EXP_SEATS_NEAR_LIMIT, "`seats-near-limit`"),
            entry(Reason.EXP_FEATURE_INTEREST, "`feature-interest`"),
            entry(Reason.EXP_NEW_TEAM, "`new-team`"),
            entry(Reason.EXP_VALUE_PROVEN, "`value-proven`"),
            entry(Reason.LIFE_CONTRACT_SIGNED, "`life`"),
            entry(Reason.LIFE_STARTED, "`life`"),
            entry(Reason.LIFE_STAGE_EXIT, "`life`"),
            entry(Reason.LIFE_FIRST_VALUE, "`life`"),
            entry(Reason.LIFE_CHURNED, "`churned`"),
            entry(Reason.LIFE_OVERRIDE_EXPIRING, "`life`"),
            entry(Reason.LIFE_LOSS_UNREVIEWED, "`renewal`"),
            entry(Reason.LIFE_TIER_CHANGED, "`set-up`"),
            entry(Reason.FC_RENEWAL_DUE, "`renewal`"),
            entry(Reason.FC_AT_RISK_NO_PLAN, "`renewal`"),
            entry(Reason.FC_DISAGREEMENT, "`renewal`"),
            entry(Reason.ADV_PROMOTER, "`promoter`"),
            entry(Reason.ADV_REFERENCE_DUE, "`reference-due`"),
            entry(Reason.DQ_SOURCE_SILENT, "`source`"),
            entry(Reason.DQ_SOURCE_GARBAGE, "`source`"),
            entry(Reason.DQ_FLOOD, "`brake`"),
            entry(Reason.DQ_PEOPLE_UNMATCHED, "`set-up`"),
            entry(Reason.DQ_BOOK_OVER, "`set-up`"),
            entry(Reason.DQ_ALLOWANCE_LOW, "`set-up`"),
            entry(Reason.DQ_LEAVER_OVERRIDES, "`set-up`"));

    private RaisedBy() {}

    /** Empty where nothing does. */
    static String what(Reason reason) {
        return BY_REASON.getOrDefault(reason, "");
    }
}
