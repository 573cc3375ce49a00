package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.OverrideCleared;
import io.playcaller.contracts.fact.OverrideSet;
import io.playcaller.contracts.fact.PulseGiven;
import org.jspecify.annotations.Nullable;

/** What our own people say: of two about the same target the one that was said later stands. No source is heard in it. */
final class JudgementFold {

    private static final int LOWEST_PULSE = 1;
    private static final int HIGHEST_PULSE = 5;
    private static final long MOST_POINTS = 100_000;

    private JudgementFold() {}

    static Folded set(Facts facts, Arrival arrival, OverrideSet said) {
        long longest = arrival.at() + Ruling.LONGEST_DAYS * Days.MILLIS;
        long until = Math.min(said.until().toEpochMilli(), longest);
        long points = Math.max(0, Math.min(MOST_POINTS, said.points()));
        return ruling(facts, new Ruling(arrival.at(), arrival.tie(), target(said.measure()), points, until));
    }

    static Folded cleared(Facts facts, Arrival arrival, OverrideCleared said) {
        String target = target(said.measure());
        return ruling(facts, new Ruling(arrival.at(), arrival.tie(), target, Ruling.CLEARED, arrival.at()));
    }

    /** Where the oldest is no longer kept, all is judged anew: what is judged is a function of what is kept. */
    private static Folded ruling(Facts facts, Ruling ruling) {
        Judgement before = facts.judgement();
        Judgement after = before.ruling(ruling);
        boolean dropped = before.rulings().list().size() == Judgement.RULINGS;
        return new Folded(facts.judgement(after), dropped ? Long.MIN_VALUE : ruling.at(), !after.equals(before));
    }

    static Folded pulse(Facts facts, Arrival arrival, PulseGiven given) {
        int pulse = Math.max(LOWEST_PULSE, Math.min(HIGHEST_PULSE, given.pulse()));
        Answer answer = new Answer(arrival.at(), arrival.tie(), pulse);
        return new Folded(facts.judgement(facts.judgement().pulse(answer)), arrival.at(), true);
    }

    private static String target(@Nullable String measure) {
        return measure == null ? Ruling.SCORE : measure;
    }
}
