package io.playcaller.health.engine.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What our own people say of an account: overrides and pulses, the newest of each. Which are kept does not depend on the order of arrival. */
public record Judgement(Marks<Ruling> rulings, Marks<Answer> pulses) {

    static final int RULINGS = 24;
    static final int PULSES = 16;

    public static final Judgement NONE = new Judgement(Marks.empty(), Marks.empty());

    /** Of too many those go first that another one of the same target stands over, oldest first. */
    Judgement ruling(Ruling ruling) {
        Marks<Ruling> all = rulings.with(ruling, RULINGS + 1);
        return new Judgement(all.list().size() > RULINGS ? all.without(leastNeeded(all.list())) : all, pulses);
    }

    private static Ruling leastNeeded(List<Ruling> oldestFirst) {
        Set<String> targets = new HashSet<>();
        Ruling least = oldestFirst.get(0);
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            if (!targets.add(oldestFirst.get(i).target())) {
                least = oldestFirst.get(i);
            }
        }
        return least;
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
