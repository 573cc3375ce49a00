package io.playcaller.bench.timer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a measurement.
 *
 * @param timersOfATask how many timers wait for a task that nobody has accepted
 * @param signals from signals to those who are told; null when not measured
 */
public record TimerFigures(
        TimerLoad load,
        int timersOfATask,
        List<FiringFigures> firings,
        @Nullable SignalFigures signals) {

    public TimerFigures {
        firings = List.copyOf(firings);
    }
}
