package io.playcaller.health.engine.fact;

import java.util.function.IntPredicate;

/** What we and the customer said and did: tickets, answers, touches, milestones, objectives. */
public record Engagement(
        Keyed<Ticket> tickets,
        Marks<Answer> nps,
        Marks<Answer> csat,
        Marks<Touch> touches,
        Keyed<Milestone> milestones,
        Keyed<Objective> objectives) {

    static final int TICKETS = 32;
    static final int ANSWERS = 16;
    static final int TOUCHES = 32;
    static final int MILESTONES = 24;
    static final int OBJECTIVES = 8;

    static final Engagement EMPTY =
            new Engagement(Keyed.empty(), Marks.empty(), Marks.empty(), Marks.empty(), Keyed.empty(), Keyed.empty());

    Engagement tickets(Keyed<Ticket> next) {
        return new Engagement(next, nps, csat, touches, milestones, objectives);
    }

    Engagement nps(Answer answer) {
        return new Engagement(tickets, nps.with(answer, ANSWERS), csat, touches, milestones, objectives);
    }

    Engagement csat(Answer answer) {
        return new Engagement(tickets, nps, csat.with(answer, ANSWERS), touches, milestones, objectives);
    }

    Engagement touch(Touch touch) {
        return new Engagement(tickets, nps, csat, touches.with(touch, TOUCHES), milestones, objectives);
    }

    Engagement milestones(Keyed<Milestone> next) {
        return new Engagement(tickets, nps, csat, touches, next, objectives);
    }

    Engagement objectives(Keyed<Objective> next) {
        return new Engagement(tickets, nps, csat, touches, milestones, next);
    }

    /** Without the facts of these ties from before {@code end}. */
    Engagement without(long end, IntPredicate gone) {
        return new Engagement(
                tickets.withoutVersions(end, gone),
                nps.without(end, gone),
                csat.without(end, gone),
                touches.without(end, gone),
                milestones.withoutVersions(end, gone),
                objectives.withoutVersions(end, gone));
    }
}
