package io.playcaller.health.engine.profile;

import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.History;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What contracts are worth a year. */
public final class Worth {

    /** No contract is open. */
    static final long NOTHING = -1;

    private Worth() {}

    /** The sum, or the end of what there is of numbers: an absurd amount must neither turn into a debt nor stop its account. */
    public static long sum(long one, long other) {
        long sum = one + other;
        boolean beyond = ((one ^ sum) & (other ^ sum)) < 0;
        return beyond ? (one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    /**
     * ARR of the open contracts on {@code day}, in minor units.
     *
     * @param seen versions up to then count, milliseconds
     */
    static long on(long day, long seen, Collection<History<Contract>> contracts) {
        Map<String, Long> arr = new TreeMap<>();
        boolean open = false;
        for (History<Contract> history : contracts) {
            Contract contract = history.at(seen).value();
            if (contract.open(day)) {
                open = true;
                for (Contract.Line line : contract.lines()) {
                    if (contract.counts(line, day)) {
                        arr.merge(line.currency(), line.arr(), Worth::sum);
                    }
                }
            }
        }
        Map.Entry<String, Long> most = most(arr);
        return open ? most == null ? 0 : most.getValue() : NOTHING;
    }

    /** Of the currency that has most; null of none. */
    static Map.@Nullable Entry<String, Long> most(Map<String, Long> arr) {
        Map.Entry<String, Long> most = null;
        for (Map.Entry<String, Long> entry : arr.entrySet()) {
            if (most == null || entry.getValue() > most.getValue()) {
                most = entry;
            }
        }
        return most;
    }
}
