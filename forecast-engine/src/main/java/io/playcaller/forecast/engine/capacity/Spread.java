package io.playcaller.forecast.engine.capacity;

import java.time.Duration;
import java.util.List;

/**
 * How long something takes: elapsed hours, nights and weekends included.
 *
 * @param n measured
 * @param median 0 where nothing was measured
 * @param ninth what nine of ten do not exceed (nearest rank)
 */
public record Spread(int n, double median, double ninth) {

    static Spread of(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return new Spread(sorted.size(), at(sorted, 0.5), at(sorted, 0.9));
    }

    private static double at(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1)).toMillis() / 3_600_000.0;
    }
}
