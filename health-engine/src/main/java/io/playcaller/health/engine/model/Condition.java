package io.playcaller.health.engine.model;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.reason.Reason;
import java.util.Arrays;
import java.util.Optional;

/** A single condition that opens a signal by itself; its value is a whole number. */
public enum Condition {
    /** Finished days without meaningful use; it leaves when {@code leave} of the last 7 finished days had use. */
    SILENT(1, "silent", Feed.USAGE, Reason.USAGE_SILENT),
    /** Milestones that were due and did not come. */
    MILESTONE_MISSED(2, "milestone-missed", Feed.SUCCESS, Reason.ONB_MILESTONE_MISSED),
    /** Open severe tickets past their age. */
    SEVERE_TICKET(3, "severe-ticket", Feed.SUPPORT, Reason.SUP_SEVERE_OPEN),
    /** Active of paid seats in thousandths, finished days only. */
    SEATS_NEAR_LIMIT(4, "seats-near-limit", Feed.USAGE, Reason.EXP_SEATS_NEAR_LIMIT),
    /** Days that the oldest unpaid invoice is overdue. */
    INVOICE_OVERDUE(5, "invoice-overdue", Feed.REGISTER, Reason.COM_INVOICE_OVERDUE),
    /** 1 while a sponsor has left and there is no other. */
    SPONSOR_LEFT(6, "sponsor-left", Feed.REGISTER, Reason.REL_SPONSOR_LEFT),
    /** 1 while the newest NPS answer of 90 days is 6 or less, or the newest CSAT answer 2 or less. */
    DETRACTOR(7, "detractor", Feed.FEEDBACK, Reason.SEN_NPS_DETRACTOR);

    private final int position;
    private final String id;
    private final Feed feed;
    private final Reason reason;

    Condition(int position, String id, Feed feed, Reason reason) {
        this.position = position;
        this.id = id;
        this.feed = feed;
        this.reason = reason;
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

    public static Optional<Condition> ofId(String id) {
        return Arrays.stream(values())
                .filter(condition -> condition.id.equals(id))
                .findFirst();
    }
}
