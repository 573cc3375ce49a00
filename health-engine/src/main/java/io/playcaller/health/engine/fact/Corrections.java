package io.playcaller.health.engine.fact;

import static io.playcaller.health.engine.fact.UsageFacts.NONE;

import java.util.function.IntPredicate;

/**
 * What was taken back, and what tells how the account began without it.
 *
 * @param retracted by when it was said; the newest are kept
 * @param facts the first facts that can be taken back
 * @param tickets when the first tickets were opened
 * @param firstUseAt the first time of use that was not withdrawn, milliseconds; {@link UsageFacts#NONE} without one
 */
public record Corrections(Marks<Retraction> retracted, Firsts facts, Firsts tickets, long firstUseAt) {

    static final int KEPT = 64;

    public static final Corrections NOTHING = new Corrections(Marks.empty(), Firsts.NONE, Firsts.NONE, NONE);

    Corrections heard(Arrival arrival) {
        return new Corrections(retracted, facts.with(arrival.at(), arrival.tie()), tickets, firstUseAt);
    }

    Corrections ticket(long openedAt, int tie) {
        return new Corrections(retracted, facts, tickets.with(openedAt, tie), firstUseAt);
    }

    Corrections firstUseAt(long at) {
        return new Corrections(retracted, facts, tickets, at);
    }

    Corrections retracted(Marks<Retraction> next) {
        return new Corrections(next, facts, tickets, firstUseAt);
    }

    Corrections without(IntPredicate gone) {
        return new Corrections(retracted, facts.without(gone), tickets.without(gone), firstUseAt);
    }

    /** The first time of which a fact that can be taken back, and was not, speaks. */
    long firstAt() {
        return Math.min(facts.standing(this::gone), firstUseAt);
    }

    /** Whether nothing of the account is known that could be taken back, and nothing was. */
    boolean none() {
        return !any() && facts.list().isEmpty() && tickets.list().isEmpty() && firstUseAt == NONE;
    }

    /** Whether anything was taken back. */
    boolean any() {
        return !retracted.list().isEmpty();
    }

    /** Whether the fact with that tie was taken back. */
    boolean gone(int tie) {
        for (Retraction retraction : retracted.list()) {
            if (retraction.tie() == tie) {
                return true;
            }
        }
        return false;
    }
}
