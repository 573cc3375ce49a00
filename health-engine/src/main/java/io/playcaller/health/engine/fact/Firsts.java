package io.playcaller.health.engine.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/** The earliest few of what was told, so that another comes first when one of them is taken back. */
public record Firsts(List<First> list) {

    static final int KEPT = 8;
    static final Firsts NONE = new Firsts(List.of());

    /**
     * What one fact says of the beginning.
     *
     * @param at milliseconds
     * @param tie of the fact
     */
    public record First(long at, int tie) implements Mark {}

    public Firsts {
        list = List.copyOf(list);
    }

    Firsts with(long at, int tie) {
        First first = new First(at, tie);
        int index = Collections.binarySearch(list, first);
        if (index >= 0 || (list.size() >= KEPT && index == -list.size() - 1)) {
            return this;
        }
        List<First> next = new ArrayList<>(list);
        next.add(-index - 1, first);
        return new Firsts(next.size() > KEPT ? next.subList(0, KEPT) : next);
    }

    Firsts without(IntPredicate gone) {
        return new Firsts(list.stream().filter(first -> !gone.test(first.tie())).toList());
    }

    /** Without those of these ties from before {@code end}. */
    Firsts without(long end, IntPredicate gone) {
        return new Firsts(list.stream()
                .filter(first -> first.at() >= end || !gone.test(first.tie()))
                .toList());
    }

    /**
     * When the first that was not taken back says it began; {@link UsageFacts#NONE} without one. Where all that are kept were
     * taken back and there may be others, it was not before the last of them.
     */
    long standing(IntPredicate gone) {
        for (First first : list) {
            if (!gone.test(first.tie())) {
                return first.at();
            }
        }
        return list.size() < KEPT ? UsageFacts.NONE : list.get(KEPT - 1).at();
    }
}
