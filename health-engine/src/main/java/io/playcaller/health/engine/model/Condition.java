package io.playcaller.health.engine.model;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.reason.Reason;
import java.util.Arrays;
import java.util.Optional;

/** A single condition that opens a signal by itself; its value is a whole number, or a share in thousandths. */
public enum Condition {
    /** Finished days without meaningful use; it leaves when {@code leave} of the last 7 finished days had use. */
    SILENT(1, "silent", Feed.USAGE, Reason.USAGE_SILENT, Shape.MANY),
    /** Milestones that were due and did not come. */
    MILESTONE_MISSED(2, "milestone-missed", Feed.SUCCESS, Reason.ONB_MILESTONE_MISSED, Shape.MANY),
    /** Open severe tickets past their age. */
    SEVERE_TICKET(3, "severe-ticket", Feed.SUPPORT, Reason.SUP_SEVERE_OPEN, Shape.MANY),
    /** Active of paid seats, finished days only. */
    SEATS_NEAR_LIMIT(4, "seats-near-limit", Feed.USAGE, Reason.EXP_SEATS_NEAR_LIMIT, Shape.MUCH),
    /** Days that the oldest unpaid invoice is overdue. */
    INVOICE_OVERDUE(5, "invoice-overdue", Feed.REGISTER, Reason.COM_INVOICE_OVERDUE, Shape.MANY),
    /** 1 while a sponsor has left and there is no other. */
    SPONSOR_LEFT(6, "sponsor-left", Feed.REGISTER, Reason.REL_SPONSOR_LEFT, Shape.MANY),
    /** 1 while the newest NPS answer of 90 days is 6 or less, or the newest CSAT answer 2 or less. */
    DETRACTOR(7, "detractor", Feed.FEEDBACK, Reason.SEN_NPS_DETRACTOR, Shape.MANY),
    /**
     * By which share use of 7 finished days is below the 4 weeks before, or below the quietest week a month before where that is
     * less, while the product is in use.
     */
    USAGE_DROP(8, "usage-drop", Feed.USAGE, Reason.USAGE_DROP, Shape.MUCH),
    /** Active of paid seats in 28 finished days, while the product is in use. */
    SEATS_IDLE(9, "seats-idle", Feed.USAGE, Reason.USAGE_SEATS_IDLE, Shape.LITTLE),
    /** Core features in use in 28 finished days, while the product is in use. */
    BREADTH_LOW(10, "breadth-low", Feed.USAGE, Reason.USAGE_BREADTH_LOW, Shape.FEW),
    /** Finished days since the last use by an administrator, where one used it regularly before. */
    ADMIN_LOST(11, "admin-lost", Feed.USAGE, Reason.USAGE_KEY_USER_LOST, Shape.MANY),
    /** The same of power users. */
    POWER_USER_LOST(12, "power-user-lost", Feed.USAGE, Reason.USAGE_KEY_USER_LOST, Shape.MANY),
    /** Days since a known sponsor took part in a touch. */
    SPONSOR_COLD(13, "sponsor-cold", Feed.SUCCESS, Reason.REL_SPONSOR_COLD, Shape.MANY),
    /** Contacts who took part in a touch of the last 90 days, where any did. */
    SINGLE_THREAD(14, "single-thread", Feed.SUCCESS, Reason.REL_SINGLE_THREAD, Shape.FEW),
    /** Finished weekdays since onboarding began, while the kickoff was not held and has no date. */
    KICKOFF_LATE(15, "kickoff-late", Feed.SUCCESS, Reason.ONB_KICKOFF_LATE, Shape.MANY),
    /** Days since onboarding began, while it lasts. */
    ONBOARDING_STALLED(16, "onboarding-stalled", Feed.SUCCESS, Reason.ONB_STALLED, Shape.MANY),
    /** Tickets of the theme that most tickets of 30 days are about. */
    RECURRING_ISSUE(17, "recurring-issue", Feed.SUPPORT, Reason.SUP_RECURRING, Shape.MANY),
    /** Open contracts of which the customer declared that they shall not go on. */
    NOTICE_RECEIVED(18, "notice-received", Feed.REGISTER, Reason.COM_CONTRACTION_ASKED, Shape.MANY),
    /** 1 in the 30 days after the last contract ended; over when one is open again. */
    CHURNED(19, "churned", Feed.REGISTER, Reason.LIFE_CHURNED, Shape.MANY),
    /** The newest NPS answer of 180 days while the grade is A, else 0. */
    REFERENCE_DUE(20, "reference-due", Feed.FEEDBACK, Reason.ADV_REFERENCE_DUE, Shape.MANY),
    /** Objectives that were due and are not achieved. */
    OBJECTIVE_MISSED(21, "objective-missed", Feed.SUCCESS, Reason.VAL_OBJECTIVE_MISSED, Shape.MANY),
    /** 1 while an objective was confirmed in 365 days and the grade is A or B. */
    VALUE_PROVEN(22, "value-proven", Feed.SUCCESS, Reason.EXP_VALUE_PROVEN, Shape.MANY),
    /** Days since one of ours was last in touch, or since the unbroken run of contracts began, whichever is later. */
    NO_TOUCH(23, "no-touch", Feed.SUCCESS, Reason.REL_NO_TOUCH, Shape.MANY),
    /** The newest NPS answer of 180 days, while nobody is a detractor. */
    PROMOTER(24, "promoter", Feed.FEEDBACK, Reason.ADV_PROMOTER, Shape.MANY),
    /** Tickets that were opened again in 30 days. */
    REOPENED(25, "reopened", Feed.SUPPORT, Reason.SUP_REOPENED, Shape.MANY),
    /** Days of 28 finished ones with use of a product that no open contract is of, the most of such products. */
    FEATURE_INTEREST(26, "feature-interest", Feed.USAGE, Reason.EXP_FEATURE_INTEREST, Shape.MANY),
    /** People of 7 finished days who had not used it in the 3 weeks before, as a share of those who had. */
    NEW_TEAM(27, "new-team", Feed.USAGE, Reason.EXP_NEW_TEAM, Shape.MUCH);

    /** What a value is, and on which side of {@code enter} it opens. */
    public enum Shape {
        /** A whole number that opens at {@code enter} or above. */
        MANY,
        /** A share, in thousandths, likewise. */
        MUCH,
        /** A whole number that opens at {@code enter} or below. */
        FEW,
        /** A share, likewise. */
        LITTLE;

        public boolean share() {
            return this == MUCH || this == LITTLE;
        }

        public boolean falling() {
            return this == FEW || this == LITTLE;
        }
    }

    private final int position;
    private final String id;
    private final Feed feed;
    private final Reason reason;
    private final Shape shape;

    Condition(int position, String id, Feed feed, Reason reason, Shape shape) {
        this.position = position;
        this.id = id;
        this.feed = feed;
        this.reason = reason;
        this.shape = shape;
    }

    /** Where states keep it, from 1; never changes, a new condition takes the next. */
    public int position() {
        return position;
    }

    /** The name in files. */
    public String id() {
        return id;
    }

    /** All that it needs to be known. */
    public Feed feed() {
        return feed;
    }

    public Reason reason() {
        return reason;
    }

    public Shape shape() {
        return shape;
    }

    public static Optional<Condition> ofId(String id) {
        return Arrays.stream(values())
                .filter(condition -> condition.id.equals(id))
                .findFirst();
    }
}
