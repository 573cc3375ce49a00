package io.playcaller.health.engine.model;

import io.playcaller.contracts.fact.Feed;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The measures that the engine knows. A value is in thousandths of its unit. An unfinished UTC day may raise a usage
 * measure, never lower it.
 */
public enum MeasureKind implements Yardstick {
    /** Distinct people with meaningful use in 28 days, divided by paid seats; 1 is all. */
    ACTIVE_SEATS(0, "active-seats", Feed.USAGE, "ratio"),
    /** Mean of active days in 28 per active person. */
    ACTIVE_DAYS(1, "active-days", Feed.USAGE, "days"),
    /** Core features used in 28 days. */
    CORE_FEATURES(2, "core-features", Feed.USAGE, "features"),
    /** Finished weekdays since the last meaningful use. */
    DAYS_SINCE_USE(3, "days-since-use", Feed.USAGE, "weekdays"),
    /** Use in the last 7 finished days against the mean of the 4 weeks before; -0.5 is half, in whole percents. */
    WEEK_TREND(4, "week-trend", Feed.USAGE, "ratio"),
    /** Tickets that are open for longer than {@link TicketAges#oldDays()}. */
    OLD_TICKETS(5, "old-tickets", Feed.SUPPORT, "tickets"),
    /** Mean CSAT of 90 days, 1 to 5. */
    CSAT(6, "csat", Feed.FEEDBACK, "points"),
    /** The newest NPS answer of 180 days, 0 to 10. */
    NPS(7, "nps", Feed.FEEDBACK, "points"),
    /** Days since a sponsor took part in a touch; since any touch where no sponsor is known. */
    SPONSOR_MET(8, "sponsor-met", Feed.SUCCESS, "days"),
    /** Contacts who took part in a touch of the last 90 days. */
    CONTACTS_TOUCHED(9, "contacts-touched", Feed.SUCCESS, "contacts"),
    /** Milestones that were due and did not come. */
    MILESTONES_MISSED(10, "milestones-missed", Feed.SUCCESS, "milestones"),
    /** 2 when an objective was confirmed in 365 days, 1 while one is running, 0 without one. */
    OBJECTIVE(11, "objective", Feed.SUCCESS, "state"),
    /** Days that the oldest unpaid invoice is overdue. */
    INVOICE_OVERDUE(12, "invoice-overdue", Feed.REGISTER, "days"),
    /** Mean hours until the first answer, of the tickets of 30 days that were answered. */
    FIRST_ANSWER(13, "first-answer", Feed.SUPPORT, "hours"),
    /** Tickets that were reopened in 30 days. */
    TICKETS_REOPENED(14, "tickets-reopened", Feed.SUPPORT, "tickets"),
    /** Open tickets of severity 1 and 2. */
    SEVERE_TICKETS(15, "severe-tickets", Feed.SUPPORT, "tickets"),
    /** Objectives that were due and are not achieved. */
    OBJECTIVES_MISSED(16, "objectives-missed", Feed.SUCCESS, "objectives"),
    /** The newest pulse of 45 days that one of ours gave, 1 to 5. It comes from us: no source's silence freezes it. */
    CSM_PULSE(17, "csm-pulse", Feed.UNKNOWN, "points"),
    /** Mean value of the valued milestones that were due, or are reached, in 365 days. */
    MILESTONE_VALUE(18, "milestone-value", Feed.SUCCESS, "percent");

    private static final Map<String, MeasureKind> BY_ID =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(MeasureKind::id, Function.identity()));

    private final int position;
    private final String id;
    private final Feed feed;
    private final String unit;

    MeasureKind(int position, String id, Feed feed, String unit) {
        this.position = position;
        this.id = id;
        this.feed = feed;
        this.unit = unit;
    }

    /** Where states keep it; never changes, a new kind takes the next. */
    @Override
    public int position() {
        return position;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public String unit() {
        return unit;
    }

    public static Optional<MeasureKind> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
