package io.playcaller.health.engine.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The newest marks of one kind, oldest first: which are kept does not depend on the order of arrival. */
public record Marks<M extends Mark>(List<M> list) {

    public Marks {
        list = List.copyOf(list);
    }

    static <M extends Mark> Marks<M> empty() {
        return new Marks<>(List.of());
    }

    Marks<M> with(M mark, int capacity) {
        int index = Collections.binarySearch(list, mark);
        if (index >= 0 || (list.size() >= capacity && index == -1)) {
            return this;
        }
        List<M> next = new ArrayList<>(list);
        next.add(-index - 1, mark);
        return new Marks<>(next.size() > capacity ? next.subList(1, next.size()) : next);
    }

    /** Without the marks of these ties from before {@code end}. */
    Marks<M> without(long end, IntPredicate gone) {
        return new Marks<>(list.stream()
                .filter(mark -> mark.at() >= end || !gone.test(mark.tie()))
                .toList());
    }

    Marks<M> without(M gone) {
        return new Marks<>(list.stream().filter(mark -> !mark.equals(gone)).toList());
    }

    /** The newest up to {@code seen}; null without one. */
    public @Nullable M newest(long seen) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).at() <= seen) {
                return list.get(i);
            }
        }
        return null;
    }
}
