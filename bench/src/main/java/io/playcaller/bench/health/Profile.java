package io.playcaller.bench.health;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a process was when it was looked at.
 *
 * @param samples threads that ran Java when the flight recorder looked; it does not see collectors, compilers and the kernel
 * @param self methods that ran
 * @param ours the nearest method of ours, which called what ran; of threads without one their name
 * @param threads that ran, numbers left out
 */
public record Profile(long samples, List<Share> self, List<Share> ours, List<Share> threads) {

    private static final int MOST = 10;
    private static final double PERCENT = 100;

    public record Share(String name, double percent) {}

    /** Counts what was seen, and says the ten that were seen most. */
    static final class Counts {

        private final Map<String, Long> seen = new HashMap<>();
        private long all;

        void see(String name) {
            seen.merge(name, 1L, Long::sum);
            all++;
        }

        long all() {
            return all;
        }

        List<Share> most() {
            return seen.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST)
                    .map(entry -> new Share(entry.getKey(), PERCENT * entry.getValue() / all))
                    .toList();
        }
    }
}
