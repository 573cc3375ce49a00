package io.playcaller.cli.bench;

import io.playcaller.bench.DoorFigures;
import io.playcaller.bench.Latencies;
import io.playcaller.bench.Work;
import io.playcaller.contracts.WireJson;
import java.util.List;
import java.util.Locale;

/** The figures of {@code bench ingest}, for people and for programs. */
final class FiguresTable {

    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private FiguresTable() {}

    /**
     * One shape, for programs.
     *
     * @param cpuMicrosPerEvent of the service
     * @param offeredPerSecond events a second while the latencies were taken, in milliseconds from when a request was due
     */
    record Figures(
            String shape,
            long events,
            double eventsPerSecond,
            double cpuMicrosPerEvent,
            double eventsPerCpuSecond,
            double offeredPerSecond,
            double p50Millis,
            double p99Millis,
            double p999Millis,
            double maxMillis) {

        static Figures of(DoorFigures measured) {
            Work work = measured.fullSpeed();
            Latencies latencies = measured.latencies();
            return new Figures(
                    measured.shape().title(),
                    work.events(),
                    work.eventsPerSecond(),
                    work.cpuMicrosPerEvent(),
                    work.eventsPerCpuSecond(),
                    measured.offered(),
                    latencies.quantile(0.5) / NANOS_PER_MILLI,
                    latencies.quantile(0.99) / NANOS_PER_MILLI,
                    latencies.quantile(0.999) / NANOS_PER_MILLI,
                    latencies.quantile(1) / NANOS_PER_MILLI);
        }
    }

    static String of(List<DoorFigures> all) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-20s %10s %12s %14s %9s %8s %8s %8s %8s",
                "",
                "events/s",
                "CPU µs/event",
                "events/CPU-s",
                "70 %",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "max ms"));
        for (DoorFigures measured : all) {
            Figures line = Figures.of(measured);
            table.append(String.format(
                    Locale.ROOT,
                    "%n%-20s %10.0f %12.1f %14.0f %9.0f %8.1f %8.1f %8.1f %8.1f",
                    line.shape(),
                    line.eventsPerSecond(),
                    line.cpuMicrosPerEvent(),
                    line.eventsPerCpuSecond(),
                    line.offeredPerSecond(),
                    line.p50Millis(),
                    line.p99Millis(),
                    line.p999Millis(),
                    line.maxMillis()));
        }
        return table.toString();
    }

    static byte[] json(List<DoorFigures> all) {
        return WireJson.write(all.stream().map(Figures::of).toList());
    }
}
