package io.playcaller.bench;

/**
 * What one shape came to.
 *
 * @param shape how events were sent
 * @param events that were accepted at full speed
 * @param seconds that this took
 * @param cpuSeconds of the service meanwhile, all its threads: user and system
 * @param offered events a second of the second part, 70 % of full speed
 * @param latencies of its requests, from when each was due to its answer
 */
public record DoorFigures(
        Shape shape, long events, double seconds, double cpuSeconds, double offered, Latencies latencies) {

    private static final double MICROS = 1_000_000.0;

    /** Events a second at full speed: what sender and service together reach on this machine. */
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
