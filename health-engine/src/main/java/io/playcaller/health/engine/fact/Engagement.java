package io.playcaller.health.engine.fact;

import java.util.Map;
import java.util.function.IntPredicate;

/** What we and the customer said and did: tickets, answers, touches, milestones, objectives. */
public record Engagement(
        Keyed<Ticket> tickets,
        Answers nps,
        Answers csat,
        Touches touches,
        Keyed<Milestone> milestones,
        Keyed<Objective> objectives,
        Marks<Reopening> reopenings) {

    /** The best answer to how likely somebody would recommend it that still is a detractor's. */
    public static final int DETRACTOR = 6;

    /** The best answer to how satisfied somebody is that still is an unhappy one's. */
    public static final int UNHAPPY = 2;

    static final int MILESTONES = 24;
    static final int OBJECTIVES = 8;
    static final int REOPENINGS = 16;

    static final Engagement EMPTY = new Engagement(
            Keyed.empty(), Answers.NONE, Answers.NONE, Touches.NONE, Keyed.empty(), Keyed.empty(), Marks.empty());

    Engagement tickets(Keyed<Ticket> next) {
        return new Engagement(next, nps, csat, touches, milestones, objectives, reopenings);
    }

    Engagement nps(Answer answer) {
        return new Engagement(tickets, nps.with(answer, DETRACTOR), csat, touches, milestones, objectives, reopenings);
    }

    Engagement csat(Answer answer) {
        return new Engagement(tickets, nps, csat.with(answer, UNHAPPY), touches, milestones, objectives, reopenings);
    }

    Engagement touches(Touches next) {
        return new Engagement(tickets, nps, csat, next, milestones, objectives, reopenings);
    }

    Engagement milestones(Keyed<Milestone> next) {
        return new Engagement(tickets, nps, csat, touches, next, objectives, reopenings);
    }

    Engagement objectives(Keyed<Objective> next) {
        return new Engagement(tickets, nps, csat, touches, milestones, next, reopenings);
    }

    Engagement reopening(Reopening reopening) {
        return new Engagement(
                tickets, nps, csat, touches, milestones, objectives, reopenings.with(reopening, REOPENINGS));
    }

    /** Since when a ticket that is open at {@code seen} is: since it was opened, or since it was last opened again. */
    public long openSince(String ticket, Ticket told, long seen) {
        long since = told.openedAt();
        for (Reopening reopening : reopenings.list()) {
            boolean again = reopening.at() <= seen && reopening.ticket().equals(ticket);
            since = again ? Math.max(since, reopening.at()) : since;
        }
        return since;
    }

    /** As far as the versions of the tickets still say it. */
    public static Marks<Reopening> reopenings(Keyed<Ticket> tickets) {
        Marks<Reopening> reopenings = Marks.empty();
        for (Map.Entry<String, History<Ticket>> ticket : tickets.byId().entrySet()) {
            for (Version<Ticket> version : ticket.getValue().versions()) {
                long at = version.value().reopenedAt();
                reopenings = at == Long.MAX_VALUE
                        ? reopenings
                        : reopenings.with(new Reopening(at, version.tie(), ticket.getKey()), REOPENINGS);
            }
        }
        return reopenings;
    }

    /** Without the facts of these ties from before {@code end}. */
    Engagement without(long end, IntPredicate gone) {
        return new Engagement(
                tickets.withoutVersions(end, gone),
                nps.without(end, gone),
                csat.without(end, gone),
                touches.without(end, gone),
                milestones.withoutVersions(end, gone),
                objectives.withoutVersions(end, gone),
                reopenings.without(end, gone));
    }
}
