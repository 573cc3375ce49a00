package io.playcaller.health.engine.profile;

import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.Holdings;
import io.playcaller.health.engine.fact.Keyed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What contracts are worth a year. */
final class Worth {

    /** No contract is open. */
    static final long NOTHING = -1;

    private Worth() {}

    /**
     * ARR of the open contracts on {@code day}, in {@linkplain WholeUnits hundredths of a whole unit}.
     *
     * @param seen versions up to then count, milliseconds
     */
    static long on(long day, long seen, Keyed<Contract> contracts) {
        Holdings holdings = Holdings.on(day, seen, contracts);
        if (holdings.open().isEmpty()) {
            return NOTHING;
        }
        Map.Entry<String, Long> most = most(holdings.arr());
        return most == null ? 0 : WholeUnits.hundredths(most.getValue(), most.getKey());
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
