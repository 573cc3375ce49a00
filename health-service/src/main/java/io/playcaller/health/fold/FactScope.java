package io.playcaller.health.fold;

import io.playcaller.contracts.EventType;

/** Whom a fact of the log concerns. */
public enum FactScope {
    /** One account: keyed by it. */
    ACCOUNT,
    /** The partition as a whole: time, sources, imports, the model, peers. */
    LOG,
    /** Nobody here: it does not belong on this topic. */
    NONE;

    public static FactScope of(EventType type) {
        return switch (type) {
            case USAGE_RECORDED,
                    TICKET_CHANGED,
                    SURVEY_ANSWERED,
                    MILESTONE_CHANGED,
                    TOUCH_RECORDED,
                    OBJECTIVE_CHANGED,
                    CONTENT_USED,
                    FEEDBACK_GIVEN,
                    FACT_RETRACTED,
                    USAGE_WITHDRAWN,
                    CONTACT_CHANGED,
                    INVOICE_CHANGED,
                    ACCOUNT_CHANGED,
                    CONTRACT_CHANGED,
                    OWNERS_CHANGED,
                    OPPORTUNITY_CHANGED,
                    LOSS_REVIEWED,
                    REFERENCES_CHANGED,
                    DOMAIN_CHANGED,
                    OVERRIDE_SET,
                    OVERRIDE_CLEARED,
                    PULSE_GIVEN,
                    CHILD_SCORE_CHANGED,
                    QUARANTINE_RELEASED -> ACCOUNT;
            case CLOCK_TICKED,
                    SOURCE_QUIET,
                    SOURCE_BACK,
                    BACKFILL_STARTED,
                    BACKFILL_ENDED,
                    MODEL_ACTIVATED,
                    PEER_BASELINE_PUBLISHED -> LOG;
            case PERSON_CHANGED,
                    PERSON_SAID,
                    HEALTH_CHANGED,
                    PROFILE_CHANGED,
                    SIGNAL_CHANGED,
                    TASK_CHANGED,
                    PLAY_ENDED,
                    PLAY_LOOKED_BACK,
                    RENEWAL_FORECAST,
                    DEAD_LETTER -> NONE;
        };
    }
}
