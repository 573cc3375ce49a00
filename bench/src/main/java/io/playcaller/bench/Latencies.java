package io.playcaller.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations of one measurement in nanoseconds, sorted. Quantiles are by nearest rank, nothing is interpolated. */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /** @throws IllegalArgumentException when there is nothing to sort */
    public static Latencies of(long... nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** How many there are. */
    public int count() {
        return sorted.length;
    }

    /**
     * The smallest duration that at least {@code share} of all are not above.
     *
     * @param share above 0, at most 1
     */
    public long quantile(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "n=%d  min %.1f ms  median %.1f ms  p95 %.1f ms  max %.1f ms",
                sorted.length,
                sorted[0] / NANOS_PER_MILLI,
                quantile(0.5) / NANOS_PER_MILLI,
                quantile(0.95) / NANOS_PER_MILLI,
                quantile(1) / NANOS_PER_MILLI);
    }
}
