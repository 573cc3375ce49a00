package io.playcaller.router.staff;

import java.util.HashMap;
import java.util.Map;

/** Estimated minutes of the open tasks of each of our people. */
public record Workload(Map<String, Integer> openMinutes) {

    public static final Workload EMPTY = new Workload(Map.of());

    public Workload {
        openMinutes = Map.copyOf(openMinutes);
    }

    public int of(String staffId) {
        return openMinutes.getOrDefault(staffId, 0);
    }

    public Workload plus(String staffId, int minutes) {
        Map<String, Integer> more = new HashMap<>(openMinutes);
        more.merge(staffId, minutes, Integer::sum);
        return new Workload(more);
    }
}
