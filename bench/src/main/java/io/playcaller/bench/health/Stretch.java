package io.playcaller.bench.health;

/**
 * A stretch of the log, and what folding it took.
 *
 * @param events records of the log, each whatever it is
 * @param seconds by the clock on the wall
 * @param processSeconds of CPU, of the contender itself
 * @param postgresSeconds of CPU; 0 where there is none
 * @param brokerSeconds of CPU
 */
public record Stretch(
        long events, double seconds, double processSeconds, double postgresSeconds, double brokerSeconds) {

    private static final double MICROS = 1e6;

    public double eventsPerSecond() {
        return events / seconds;
    }

    public double eventsPerCpuSecond() {
        return events / processSeconds;
    }

    public double eventsPerCpuSecondInAll() {
        return events / secondsInAll();
    }

    public double processMicros() {
        return MICROS * processSeconds / events;
    }

    public double postgresMicros() {
        return MICROS * postgresSeconds / events;
    }

    public double brokerMicros() {
        return MICROS * brokerSeconds / events;
    }

    public double microsInAll() {
        return MICROS * secondsInAll() / events;
    }

    private double secondsInAll() {
        return processSeconds + postgresSeconds + brokerSeconds;
    }
}
