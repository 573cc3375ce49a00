package io.playcaller.health.engine.profile;

import io.playcaller.contracts.Money;
import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.History;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What contracts are worth a year. */
final class Worth {

    /** No contract is open. */
    static final long NOTHING = -1;

    private Worth() {}

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
                contract.lines().stream()
                        .filter(line -> contract.counts(line, day))
                        .forEach(line -> arr.merge(line.currency(), line.arr(), Long::sum));
            }
        }
        Money most = most(arr);
        return open ? most == null ? 0 : most.minor() : NOTHING;
    }

    /** Of the currency that has most; null of none. */
    static @Nullable Money most(Map<String, Long> arr) {
        Money most = null;
        for (Map.Entry<String, Long> entry : arr.entrySet()) {
            if (most == null || entry.getValue() > most.minor()) {
                most = new Money(entry.getValue(), entry.getKey());
            }
        }
        return most;
    }
}
