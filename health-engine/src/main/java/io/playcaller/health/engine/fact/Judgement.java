package io.playcaller.health.engine.fact;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What our own people say of an account: overrides and pulses, the newest of each. */
public record Judgement(Marks<Ruling> rulings, Marks<Answer> pulses) {

    static final int RULINGS = 24;
    static final int PULSES = 16;

    public static final Judgement NONE = new Judgement(Marks.empty(), Marks.empty());

    Judgement ruling(Ruling ruling) {
        return new Judgement(rulings.with(ruling, RULINGS), pulses);
    }

    Judgement pulse(Answer pulse) {
        return new Judgement(rulings, pulses.with(pulse, PULSES));
    }

    /** The newest that was said of the target by {@code seen}; null without one. */
    public @Nullable Ruling newest(String target, long seen) {
        for (int i = rulings.list().size() - 1; i >= 0; i--) {
            Ruling ruling = rulings.list().get(i);
            if (ruling.at() <= seen && ruling.target().equals(target)) {
                return ruling;
            }
        }
        return null;
    }

    Judgement without(long end, IntPredicate gone) {
        return new Judgement(rulings.without(end, gone), pulses.without(end, gone));
    }

    /** Without what was said so long before {@code at} that nothing it speaks of can hold since. */
    Judgement withoutLongDone(long at) {
        long end = at - Ruling.LONGEST_DAYS * Days.MILLIS;
        if (rulings.list().isEmpty() || rulings.list().get(0).at() >= end) {
            return this;
        }
        return new Judgement(
                new Marks<>(rulings.list().stream()
                        .filter(ruling -> ruling.at() >= end)
                        .toList()),
                pulses);
    }
}
