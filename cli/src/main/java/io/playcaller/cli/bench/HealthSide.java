package io.playcaller.cli.bench;

import io.playcaller.bench.health.FoldFigures;
import io.playcaller.bench.health.Profile;
import io.playcaller.bench.health.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * One contender of {@code bench health}, for programs.
 *
 * @param cpuMicrosPerEvent of its process, as all that follows of what counted
 * @param eventsPerCpuSecondInAll with PostgreSQL, where it has one, and the broker
 * @param warmUp what came before it counted, from the start of the process
 */
record HealthSide(
        String name,
        long events,
        double seconds,
        double eventsPerSecond,
        double eventsPerCpuSecond,
        double eventsPerCpuSecondInAll,
        double processCpuSeconds,
        double postgresCpuSeconds,
        double brokerCpuSeconds,
        double cpuMicrosPerEvent,
        double postgresMicrosPerEvent,
        double brokerMicrosPerEvent,
        double cpuMicrosPerEventInAll,
        double peakMegabytes,
        Stretch warmUp,
        @Nullable Profile profile) {

    static final double MEGABYTE = 1 << 20;

    static HealthSide of(FoldFigures figures) {
        Stretch counted = figures.counted();
        return new HealthSide(
                figures.name(),
                counted.events(),
                counted.seconds(),
                counted.eventsPerSecond(),
                counted.eventsPerCpuSecond(),
                counted.eventsPerCpuSecondInAll(),
                counted.processSeconds(),
                counted.postgresSeconds(),
                counted.brokerSeconds(),
                counted.processMicros(),
                counted.postgresMicros(),
                counted.brokerMicros(),
                counted.microsInAll(),
                figures.peakBytes() / MEGABYTE,
                figures.warmUp(),
                figures.profile());
    }
}
