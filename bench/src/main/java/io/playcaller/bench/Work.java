package io.playcaller.bench;

/**
 * What a service did in a while.
 *
 * @param events that were accepted
 * @param seconds that this took
 * @param cpuSeconds of the service meanwhile, all its threads: user and system
 */
public record Work(long events, double seconds, double cpuSeconds) {

    private static final double MICROS = 1_000_000.0;

    /** Events a second: what sender and service together reach on this machine. */
    public double eventsPerSecond() {
        return events / seconds;
    }

    /** CPU time of the service for one event, in microseconds. */
    public double cpuMicrosPerEvent() {
        return cpuSeconds * MICROS / events;
    }

    /** Events for one second of the service's CPU time. */
    public double eventsPerCpuSecond() {
        return events / cpuSeconds;
    }
}
