package io.playcaller.health.engine.model;

import java.util.Map;

/** Days, with exceptions by segment. */
public record DaysBySegment(int days, Map<String, Integer> bySegment) {

    private static final int MOST = 3650;

    public DaysBySegment {
        bySegment = Map.copyOf(bySegment);
        Require.range("days", days, 0, MOST);
        bySegment.forEach((segment, exception) -> Require.range(segment, exception, 0, MOST));
    }

    public int of(String segment) {
        return bySegment.getOrDefault(segment, days);
    }
}
