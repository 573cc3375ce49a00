package io.playcaller.router.staff;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.sla.SlaClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many clocks were met in time, how many ran out before, and how many still run and have time: a row for each kind of task. */
final class Attainment {

    private static final List<Clock> CLOCKS = List.of(Clock.ACCEPT, Clock.COMPLETE);

    private final Map<String, Map<Clock, Count>> rows = new LinkedHashMap<>();

    /** Of a clock. */
    record Count(int met, int missed, int open) {

        private static final Count NONE = new Count(0, 0, 0);

        /** Of those of which it is known, how many were met. */
        double percent() {
            return 100.0 * met / (met + missed);
        }

        private Count and(SlaClock clock, Instant now) {
            if (clock.isBreached(now)) {
                return new Count(met, missed + 1, open);
            }
            return clock.isRunning() ? new Count(met, missed, open + 1) : new Count(met + 1, missed, open);
        }
    }

    /** Takes in the clocks of a task, as they stand at {@code now}. */
    void count(String row, List<SlaClock> clocks, Instant now) {
        Map<Clock, Count> counts = rows.computeIfAbsent(row, first -> new LinkedHashMap<>());
        clocks.stream()
                .filter(clock -> CLOCKS.contains(clock.clock()))
                .forEach(clock ->
                        counts.put(clock.clock(), of(row, clock.clock()).and(clock, now)));
    }

    Count of(String row, Clock clock) {
        return rows.getOrDefault(row, Map.of()).getOrDefault(clock, Count.NONE);
    }

    String table() {
        StringBuilder text = new StringBuilder(String.format(
                "  %-12s %8s %7s %6s %8s %7s %6s%n", "", "accepted", "missed", "open", "done", "missed", "open"));
        rows.keySet().forEach(row -> {
            text.append(String.format("  %-12s", row));
            CLOCKS.forEach(clock -> {
                Count count = of(row, clock);
                text.append(String.format(" %7.1f%% %7d %6d", count.percent(), count.missed(), count.open()));
            });
            text.append(System.lineSeparator());
        });
        return text.toString();
    }
}
