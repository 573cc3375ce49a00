package io.playcaller.bench.timer;

import java.util.List;

/**
 * What is to be fired.
 *
 * @param pending how many timers wait besides, far ahead; one run each
 * @param perSecond how many fall due a second while lateness is measured
 * @param warmUpSeconds how long that goes on before it counts
 * @param seconds how long it counts
 * @param backlog how many are due at once when throughput is measured
 * @param armed how many are armed and cancelled
 * @param signalSeconds how long signals come afterwards, {@code perSecond} each second; 0 for none
 */
public record TimerLoad(
        List<Integer> pending,
        int perSecond,
        int warmUpSeconds,
        int seconds,
        int backlog,
        int armed,
        int signalSeconds) {

    public TimerLoad {
        pending = List.copyOf(pending);
    }

    /** How many fall due one after the other. */
    int paced() {
        return perSecond * (warmUpSeconds + seconds);
    }
}
