package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.FactRetracted;
import io.playcaller.contracts.fact.UsageWithdrawn;

/**
 * What is taken back. A retraction commutes with its fact, which keeps its place and is passed over; usage that is withdrawn is
 * what was told so far.
 */
final class CorrectionFold {

    private CorrectionFold() {}

    static Folded retract(Facts facts, Arrival arrival, FactRetracted told) {
        Retraction retraction = new Retraction(arrival.at(), Fingerprint.tie(told.factSource(), told.factId()));
        Marks<Retraction> before = facts.corrections().retracted();
        Marks<Retraction> after = before.with(retraction, Corrections.KEPT);
        Facts next = facts.corrections(facts.corrections().retracted(after));
        if (before.list().size() == Corrections.KEPT) {
            next = settled(next, before, retraction);
        }
        boolean moved = !next.standing().equals(facts.standing());
        return new Folded(next, moved ? Long.MIN_VALUE : Long.MAX_VALUE, moved);
    }

    /** With the retraction that is no longer kept goes what it took back, for good. */
    private static Facts settled(Facts next, Marks<Retraction> before, Retraction retraction) {
        Retraction oldest = before.list().get(0);
        int settled = retraction.compareTo(oldest) < 0 ? retraction.tie() : oldest.tie();
        return next.corrections().gone(settled) ? next : next.without(tie -> tie == settled);
    }

    static Folded withdraw(Facts facts, UsageWithdrawn told) {
        long first = told.from().toEpochDay();
        long last = told.until().toEpochDay();
        UsageFacts usage = facts.usage().without(first, last);
        Facts next = facts.usage(usage)
                .corrections(facts.corrections()
                        .firstUseAt(firstUseAt(facts.corrections().firstUseAt(), usage, first, last)));
        boolean moved = !next.standing().equals(facts.standing());
        return new Folded(next, moved ? Days.start(first) : Long.MAX_VALUE, moved);
    }

    /** To the day, when the first use itself was withdrawn. */
    private static long firstUseAt(long before, UsageFacts left, long first, long last) {
        boolean withdrawn = before != UsageFacts.NONE && Days.of(before) >= first && Days.of(before) <= last;
        if (!withdrawn) {
            return before;
        }
        return left.firstDay() == UsageFacts.NONE ? UsageFacts.NONE : Days.start(left.firstDay());
    }
}
