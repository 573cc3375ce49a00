package io.playcaller.cli.bench;

import io.playcaller.bench.health.FoldFigures;
import io.playcaller.bench.health.HealthFigures;
import io.playcaller.bench.health.HealthLoad;
import io.playcaller.contracts.WireJson;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What {@code bench health} measured, for people and for programs. */
final class HealthTable {

    private static final double MEGABYTE = 1 << 20;

    private HealthTable() {}

    /**
     * One contender, for programs.
     *
     * @param cpuMicrosPerEvent of its process
     * @param eventsPerCpuSecondInAll with PostgreSQL, where it has one, and the broker
     */
    record Side(
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
            double cpuMicrosPerEventInAll,
            double peakMegabytes) {

        static Side of(FoldFigures figures) {
            return new Side(
                    figures.name(),
                    figures.events(),
                    figures.seconds(),
                    figures.eventsPerSecond(),
                    figures.eventsPerCpuSecond(),
                    figures.eventsPerCpuSecondInAll(),
                    figures.processSeconds(),
                    figures.postgresSeconds(),
                    figures.brokerSeconds(),
                    figures.processMicros(),
                    figures.microsInAll(),
                    figures.peakBytes() / MEGABYTE);
        }
    }

    /**
     * A run, for programs.
     *
     * @param ratioOfProcesses the peer's CPU for an event by the service's
     * @param ratioInAll the same with PostgreSQL and the broker
     */
    record Run(
            HealthLoad load,
            long records,
            long accounts,
            long announced,
            Side service,
            Side peer,
            double ratioOfProcesses,
            double ratioInAll) {

        static Run of(HealthFigures figures) {
            return new Run(
                    figures.load(),
                    figures.records(),
                    figures.accounts(),
                    figures.announced(),
                    Side.of(figures.service()),
                    Side.of(figures.peer()),
                    figures.ratioOfProcesses(),
                    figures.ratioInAll());
        }
    }

    static String of(HealthFigures figures) {
        FoldFigures service = figures.service();
        FoldFigures peer = figures.peer();
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d facts over %d accounts, %s; %d changes of health%n%-28s %15s %15s %8s",
                figures.load().events(),
                figures.accounts(),
                figures.load().zipf() ? "Zipf(1)" : "uniform",
                figures.announced(),
                "",
                service.name(),
                peer.name(),
                "ratio"));
        row(table, "CPU µs/event, process", figures, FoldFigures::processMicros, true);
        row(table, "CPU µs/event, PostgreSQL", figures, FoldFigures::postgresMicros, false);
        row(table, "CPU µs/event, broker", figures, FoldFigures::brokerMicros, true);
        row(table, "CPU µs/event, in all", figures, FoldFigures::microsInAll, true);
        row(table, "events/CPU-s, process", figures, FoldFigures::eventsPerCpuSecond, true);
        row(table, "events/CPU-s, in all", figures, FoldFigures::eventsPerCpuSecondInAll, true);
        row(table, "events/s", figures, FoldFigures::eventsPerSecond, true);
        row(table, "CPU s, process", figures, FoldFigures::processSeconds, false);
        row(table, "CPU s, PostgreSQL", figures, FoldFigures::postgresSeconds, false);
        row(table, "CPU s, broker", figures, FoldFigures::brokerSeconds, false);
        row(table, "peak memory, MB", figures, side -> side.peakBytes() / MEGABYTE, false);
        return table.toString();
    }

    /** @param compared whether the peer's is said as a multiple of the service's */
    private static void row(
            StringBuilder table,
            String what,
            HealthFigures figures,
            ToDoubleFunction<FoldFigures> value,
            boolean compared) {
        double service = value.applyAsDouble(figures.service());
        double peer = value.applyAsDouble(figures.peer());
        table.append(String.format(Locale.ROOT, "%n%-28s %15.1f %15.1f", what, service, peer));
        if (compared) {
            table.append(String.format(Locale.ROOT, " %8.2f", peer / service));
        }
    }

    static byte[] json(HealthFigures figures) {
        return WireJson.write(Run.of(figures));
    }
}
