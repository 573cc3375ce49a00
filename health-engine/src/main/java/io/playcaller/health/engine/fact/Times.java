package io.playcaller.health.engine.fact;

import java.util.Arrays;

/** Instants, milliseconds: gathered in any order, read in theirs, each once. Mutable. */
final class Times {

    private long[] at = new long[32];
    private int size;

    void add(long instant) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
        }
        at[size++] = instant;
    }

    /** But what never happens: {@link Long#MAX_VALUE}. */
    void addUnlessNever(long instant) {
        if (instant != Long.MAX_VALUE) {
            add(instant);
        }
    }

    long[] sorted() {
        Arrays.sort(at, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || at[i] != at[kept - 1]) {
                at[kept++] = at[i];
            }
        }
        size = kept;
        return Arrays.copyOf(at, size);
    }
}
