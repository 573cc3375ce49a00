package io.playcaller.bench.health;

import io.playcaller.bench.Latencies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * health-service alone on one log.
 *
 * @param records what the log held, ticks and all
 * @param accounts that it kept at the end
 * @param fold of the log
 * @param pace null unless it was asked for
 * @param reads null unless they were asked for
 * @param held null unless it was asked for
 */
public record ServiceFigures(
        HealthLoad load,
        long records,
        long accounts,
        FoldFigures fold,
        @Nullable Pace pace,
        @Nullable List<Read> reads,
        @Nullable Held held) {

    public ServiceFigures {
        reads = reads == null ? null : List.copyOf(reads);
    }

    /**
     * Signals at half load.
     *
     * @param perSecond facts that were due in a second
     * @param signals from when a fact was due to when its signal was read of Kafka
     */
    public record Pace(double perSecond, int seconds, Latencies signals) {}

    /**
     * How long a question waits for its answer while nothing else runs.
     *
     * @param what is asked for
     * @param alone one after another, from when it was sent
     * @param atRate fifty a second, whether those before are answered or not, from when it was due
     */
    public record Read(String what, Latencies alone, Latencies atRate) {}

    /**
     * What it holds, and what the passing of days takes.
     *
     * @param warmHeapBytes after the fold and a collection, with as many states as its cache takes
     * @param claimedHeapBytes of a new process that has claimed every partition and read its window of seen facts, after a
     *     collection
     * @param claimSeconds from the start of that process to its last claim
     * @param readySeconds to where it had read the window again and folded what waited
     * @param midnights that followed, one by one
     */
    public record Held(
            long warmHeapBytes,
            long claimedHeapBytes,
            double claimSeconds,
            double readySeconds,
            List<Midnight> midnights) {}

    /**
     * A midnight of log time, at which nothing happens but that time passes.
     *
     * @param due accounts that had said they wanted to be advanced by then
     * @param changes of health that were said
     * @param took from its tick to the last account
     */
    public record Midnight(String at, long due, long changes, Stretch took) {}
}
