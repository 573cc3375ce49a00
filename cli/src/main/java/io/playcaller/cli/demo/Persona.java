package io.playcaller.cli.demo;

import io.playcaller.contracts.reason.Reason;
import java.util.List;

/** How an account of the demo company behaves, and what should come of it. */
enum Persona {
    STEADY("steady", 118, "many people, every weekday, and we are in touch", Truth.Fires.NOTHING),
    DECLINING(
            "declining",
            24,
            "fewer people each week, tickets pile up, nobody calls: a risk that the import finds",
            Truth.Fires.TRIAGE,
            Reason.USAGE_LEVEL_LOW,
            Reason.USAGE_BREADTH_LOW,
            Reason.USAGE_DROP,
            Reason.SUP_BACKLOG,
            Reason.SUP_CSAT_LOW,
            Reason.REL_SPONSOR_COLD,
            Reason.REL_SINGLE_THREAD,
            Reason.REL_NO_TOUCH,
            Reason.VAL_NO_OBJECTIVE,
            Reason.USAGE_SEATS_IDLE),
    SPONSOR_LOST(
            "sponsor lost",
            14,
            "all is well until the sponsor leaves, live",
            Truth.Fires.LIVE,
            Reason.REL_SPONSOR_LEFT),
    SEASONAL("seasonal", 24, "busy at the turn of the month, quiet between: no alarm", Truth.Fires.NOTHING),
    THIN("thin", 20, "a week of one person: too little to conclude anything", Truth.Fires.NOTHING),
    PIPE_DOWN(
            "pipe down",
            16,
            "steady, until the source of their usage goes silent: that is a fault of data, not of theirs",
            Truth.Fires.NOTHING),
    OUTAGE(
            "outage",
            8,
            "a severity-1 ticket is open for five hours, told live",
            Truth.Fires.LIVE,
            Reason.SUP_SEVERE_OPEN),
    DETRACTOR("detractor", 8, "answers 3 of 10, live", Truth.Fires.LIVE, Reason.SEN_NPS_DETRACTOR),
    LATE("late", 8, "the date of an agreed milestone passes, live", Truth.Fires.LIVE, Reason.ONB_MILESTONE_MISSED);

    private final String title;
    private final int accounts;
    private final String story;
    private final Truth.Fires fires;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Reason> reasons;

    Persona(String title, int accounts, String story, Truth.Fires fires, Reason... reasons) {
        this.title = title;
        this.accounts = accounts;
        this.story = story;
        this.fires = fires;
        this.reasons = List.of(reasons);
    }

    String title() {
        return title;
    }

    /** How many of the company's accounts are so. */
    int accounts() {
        return accounts;
    }

    String story() {
        return story;
    }

    Truth.Fires fires() {
        return fires;
    }

    /** What may be the first reason of what fires: one of these. */
    List<Reason> reasons() {
        return reasons;
    }

    /** Whoever reached an objective two months ago, and has been well since, is ready for more. */
    List<Reason> besides() {
        return this == DECLINING || this == THIN ? List.of() : List.of(Reason.EXP_VALUE_PROVEN);
    }
}
