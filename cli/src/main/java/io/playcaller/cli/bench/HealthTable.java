package io.playcaller.cli.bench;

import io.playcaller.bench.health.FoldFigures;
import io.playcaller.bench.health.HealthFigures;
import io.playcaller.bench.health.HealthLoad;
import io.playcaller.bench.health.Stretch;
import io.playcaller.contracts.WireJson;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What {@code bench health} measured of the service and its peer, for people and for programs. */
final class HealthTable {

    private HealthTable() {}

    /**
     * A run, for programs.
     *
     * @param ratioOfProcesses the peer's CPU for an event by the service's
     * @param ratioInAll the same with PostgreSQL and the broker
     */
    record Run(
            HealthSetting setting,
            HealthLoad load,
            long records,
            long accounts,
            long announced,
            HealthSide service,
            HealthSide peer,
            double ratioOfProcesses,
            double ratioInAll) {

        static Run of(HealthFigures figures, HealthSetting setting) {
            return new Run(
                    setting,
                    figures.load(),
                    figures.records(),
                    figures.accounts(),
                    figures.announced(),
                    HealthSide.of(figures.service()),
                    HealthSide.of(figures.peer()),
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
        counted(table, "CPU µs/event, process", figures, Stretch::processMicros, true);
        counted(table, "CPU µs/event, PostgreSQL", figures, Stretch::postgresMicros, false);
        counted(table, "CPU µs/event, broker", figures, Stretch::brokerMicros, true);
        counted(table, "CPU µs/event, in all", figures, Stretch::microsInAll, true);
        counted(table, "events/CPU-s, process", figures, Stretch::eventsPerCpuSecond, true);
        counted(table, "events/CPU-s, in all", figures, Stretch::eventsPerCpuSecondInAll, true);
        counted(table, "events/s", figures, Stretch::eventsPerSecond, true);
        counted(table, "CPU s, process", figures, Stretch::processSeconds, false);
        counted(table, "CPU s, PostgreSQL", figures, Stretch::postgresSeconds, false);
        counted(table, "CPU s, broker", figures, Stretch::brokerSeconds, false);
        row(table, "CPU s, process, before it", figures, side -> side.warmUp().processSeconds(), false);
        row(table, "peak memory, MB", figures, side -> side.peakBytes() / HealthSide.MEGABYTE, false);
        return table.toString();
    }

    private static void counted(
            StringBuilder table, String what, HealthFigures figures, ToDoubleFunction<Stretch> value, boolean ratio) {
        row(table, what, figures, side -> value.applyAsDouble(side.counted()), ratio);
    }

    /** @param ratio whether the peer's is said as a multiple of the service's */
    private static void row(
            StringBuilder table,
            String what,
            HealthFigures figures,
            ToDoubleFunction<FoldFigures> value,
            boolean ratio) {
        double service = value.applyAsDouble(figures.service());
        double peer = value.applyAsDouble(figures.peer());
        table.append(String.format(Locale.ROOT, "%n%-28s %15.1f %15.1f", what, service, peer));
        if (ratio) {
            table.append(String.format(Locale.ROOT, " %8.2f", peer / service));
        }
    }

    static byte[] json(HealthFigures figures, HealthSetting setting) {
        return WireJson.write(Run.of(figures, setting));
    }
}
