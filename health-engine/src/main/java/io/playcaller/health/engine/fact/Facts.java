package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.Feed;
import java.util.function.IntPredicate;

/**
 * All facts of an account, folded: the same set of facts makes the same value in any order. What was taken back is among them
 * and keeps its place; {@link #standing} leaves it out.
 */
public record Facts(
        UsageFacts usage,
        Register register,
        Engagement engagement,
        Sources sources,
        Totals totals,
        Corrections corrections,
        Judgement judgement,
        Keyed<Child> children,
        TicketSample ticketSample) {

    /**
     * Solved tickets and paid invoices are remembered so long, so that a late older version does not reopen them, and so that it
     * may be taken back that they are solved.
     */
    static final long REMEMBERED_DAYS = 45;

    /** So long are solved tickets: a month of them is asked about, at every instant of the track. */
    static final long TICKET_DAYS = 66;

    /** Children that a score is rolled up from at most. */
    static final int CHILDREN = 32;

    static final int CHILD_VERSIONS = 2;

    public static final Facts NONE = new Facts(
            UsageFacts.EMPTY,
            Register.EMPTY,
            Engagement.EMPTY,
            Sources.NONE,
            Totals.ZERO,
            Corrections.NOTHING,
            Judgement.NONE,
            Keyed.empty(),
            TicketSample.NONE);

    /** The facts that count: as if what was taken back had never been told. */
    public Facts standing() {
        boolean anyWithdrawn = register.anyWithdrawn();
        if (corrections.none() && !anyWithdrawn) {
            return this;
        }
        return new Facts(
                usage,
                anyWithdrawn ? register.withoutWithdrawn() : register,
                corrections.any() ? engagement.without(Long.MAX_VALUE, corrections::gone) : engagement,
                sources,
                totals.standing(corrections),
                Corrections.NOTHING,
                corrections.any() ? judgement.without(Long.MAX_VALUE, corrections::gone) : judgement,
                children,
                ticketSample);
    }

    /** When the first fact that counts happened, milliseconds; {@link UsageFacts#NONE} without one. */
    public long firstAt() {
        return Math.min(totals.firstAt(), corrections.firstAt());
    }

    /** Without the facts of these ties, for good. */
    Facts without(IntPredicate gone) {
        return engagement(engagement.without(Long.MAX_VALUE, gone))
                .judgement(judgement.without(Long.MAX_VALUE, gone))
                .ticketSample(ticketSample.without(gone))
                .corrections(corrections.without(gone));
    }

    /** Moves the rings on with time, as far as use is known: while its source is quiet, they stand. */
    public Facts rollTo(long now, Freeze freeze) {
        return usage(usage.rollTo(Days.of(Math.min(now, freeze.through(Feed.USAGE)))));
    }

    /**
     * Use is heard of again at {@code now}: of the days of a long silence nothing is known.
     *
     * @param silence what was frozen until then
     * @param freeze what is now
     */
    public Facts heardAgain(Freeze silence, Freeze freeze, long now) {
        if (!silence.freezes(Feed.USAGE)) {
            return this;
        }
        UsageFacts until = usage.rollTo(Days.of(silence.through(Feed.USAGE)));
        UsageFacts after = until.heardAgain(Days.of(Math.min(now, freeze.through(Feed.USAGE))));
        return after.anchor() == until.anchor() ? this : usage(after);
    }

    /**
     * Forgets what was done, or taken back, long before {@code day}; not while an import may still tell how it began. What
     * somebody spoke of since is not done.
     */
    public Facts withoutLongDone(long day) {
        long since = day - REMEMBERED_DAYS;
        long at = Days.start(since);
        long ticketsAt = Days.start(day - TICKET_DAYS);
        Engagement left = corrections.any() ? engagement.without(at, corrections::gone) : engagement;
        Judgement said = corrections.any() ? judgement.without(at, corrections::gone) : judgement;
        return register(register.invoices(
                        register.invoices().without(v -> v.value().paidDay() < since)))
                .judgement(said.withoutLongDone(at))
                .engagement(left.tickets(
                        left.tickets().without(v -> v.value().solvedAt() < ticketsAt && v.at() < ticketsAt)));
    }

    /** The same use, of these products. */
    public Facts using(Products products) {
        return usage(usage.products(products));
    }

    Facts usage(UsageFacts next) {
        return new Facts(next, register, engagement, sources, totals, corrections, judgement, children, ticketSample);
    }

    Facts register(Register next) {
        return new Facts(usage, next, engagement, sources, totals, corrections, judgement, children, ticketSample);
    }

    Facts engagement(Engagement next) {
        return new Facts(usage, register, next, sources, totals, corrections, judgement, children, ticketSample);
    }

    Facts sources(Sources next) {
        return new Facts(usage, register, engagement, next, totals, corrections, judgement, children, ticketSample);
    }

    Facts totals(Totals next) {
        return new Facts(usage, register, engagement, sources, next, corrections, judgement, children, ticketSample);
    }

    Facts corrections(Corrections next) {
        return new Facts(usage, register, engagement, sources, totals, next, judgement, children, ticketSample);
    }

    Facts judgement(Judgement next) {
        return new Facts(usage, register, engagement, sources, totals, corrections, next, children, ticketSample);
    }

    Facts children(Keyed<Child> next) {
        return new Facts(usage, register, engagement, sources, totals, corrections, judgement, next, ticketSample);
    }
    /** The same, of which these tickets are looked at. */
    public Facts ticketSample(TicketSample next) {
        return new Facts(usage, register, engagement, sources, totals, corrections, judgement, children, next);
    }
}
