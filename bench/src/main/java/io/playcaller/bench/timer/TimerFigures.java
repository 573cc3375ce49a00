package io.playcaller.bench.timer;

import io.playcaller.bench.Latencies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a measurement.
 *
 * @param timersOfATask how many timers wait for a task that nobody has accepted
 * @param signals from when a signal was due on Kafka to the commit of its task; null when not measured
 */
public record TimerFigures(
        TimerLoad load,
        int timersOfATask,
        List<FiringFigures> firings,
        @Nullable Latencies signals) {

    public TimerFigures {
        firings = List.copyOf(firings);
    }
}
