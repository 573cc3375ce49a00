package io.playcaller.health.engine.fact;

/** All facts of an account, folded: the same set of facts makes the same value in any order. */
public record Facts(UsageFacts usage, Register register, Engagement engagement, Sources sources, Totals totals) {

    /** Solved tickets and paid invoices are remembered so long, so that a late older version does not reopen them. */
    static final long REMEMBERED_DAYS = 45;

    public static final Facts NONE =
            new Facts(UsageFacts.EMPTY, Register.EMPTY, Engagement.EMPTY, Sources.NONE, Totals.ZERO);

    /** Moves the rings to {@code day}. */
    public Facts rollTo(long day) {
        return usage(usage.rollTo(day));
    }

    /** Forgets what was done long before {@code day}; not while an import may still tell how it began. */
    public Facts withoutLongDone(long day) {
        long since = day - REMEMBERED_DAYS;
        return new Facts(
                usage,
                register.invoices(register.invoices().without(v -> v.value().paidDay() < since)),
                engagement.tickets(engagement.tickets().without(v -> v.value().solvedAt() < Days.start(since))),
                sources,
                totals);
    }

    Facts usage(UsageFacts next) {
        return new Facts(next, register, engagement, sources, totals);
    }

    Facts register(Register next) {
        return new Facts(usage, next, engagement, sources, totals);
    }

    Facts engagement(Engagement next) {
        return new Facts(usage, register, next, sources, totals);
    }

    Facts sources(Sources next) {
        return new Facts(usage, register, engagement, next, totals);
    }

    Facts totals(Totals next) {
        return new Facts(usage, register, engagement, sources, next);
    }
}
