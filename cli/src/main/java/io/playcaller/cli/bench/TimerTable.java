package io.playcaller.cli.bench;

import io.playcaller.bench.Latencies;
import io.playcaller.bench.timer.ArmFigures;
import io.playcaller.bench.timer.FiringFigures;
import io.playcaller.bench.timer.TimerFigures;
import io.playcaller.bench.timer.TimerLoad;
import io.playcaller.contracts.WireJson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code bench timers} measured, for people and for programs. */
final class TimerTable {

    private static final double NANOS_PER_MILLI = 1_000_000.0;
    private static final String NAME = "%-29s %9d";

    private TimerTable() {}

    /** Lateness or latency, for programs. */
    record Millis(int count, double p50, double p99, double p999, double max) {

        static Millis of(Latencies latencies) {
            return new Millis(
                    latencies.count(),
                    latencies.quantile(0.5) / NANOS_PER_MILLI,
                    latencies.quantile(0.99) / NANOS_PER_MILLI,
                    latencies.quantile(0.999) / NANOS_PER_MILLI,
                    latencies.quantile(1) / NANOS_PER_MILLI);
        }
    }

    /** One contender with so many that wait, for programs. */
    record Row(
            String contender,
            int pending,
            @Nullable ArmFigures armingPerSecond,
            Millis lateness,
            long early,
            double cpuMicrosPerFiring,
            double postgresMicrosPerFiring,
            double firedPerSecond) {

        static Row of(FiringFigures figures) {
            return new Row(
                    figures.contender(),
                    figures.pending(),
                    figures.arming(),
                    Millis.of(figures.lateness()),
                    figures.early(),
                    figures.processMicros(),
                    figures.postgresMicros(),
                    figures.firedPerSecond());
        }
    }

    /** A measurement, for programs. */
    record Run(
            TimerSetting setting,
            TimerLoad load,
            int timersOfATask,
            List<Row> firings,
            @Nullable Millis signalToTask,
            @Nullable Millis taskToWebhook) {

        static Run of(TimerFigures figures, TimerSetting setting) {
            return new Run(
                    setting,
                    figures.load(),
                    figures.timersOfATask(),
                    figures.firings().stream().map(Row::of).toList(),
                    figures.signals() == null
                            ? null
                            : Millis.of(figures.signals().task()),
                    figures.signals() == null
                            ? null
                            : Millis.of(figures.signals().delivery()));
        }
    }

    static byte[] json(TimerFigures figures, TimerSetting setting) {
        return WireJson.write(Run.of(figures, setting));
    }

    static String of(TimerFigures figures) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-29s %9s %8s %8s %8s %6s %9s %9s %9s",
                "%d a second".formatted(figures.load().perSecond()),
                "pending",
                "p50 ms",
                "p99 ms",
                "max ms",
                "early",
                "CPU µs",
                "+ PG µs",
                "fires/s"));
        figures.firings().forEach(firing -> table.append(System.lineSeparator()).append(line(Row.of(firing))));
        table.append(String.format(
                Locale.ROOT,
                "%n%n%-29s %9s %9s %9s %9s %11s",
                "timers a second",
                "pending",
                "arm",
                "cancel",
                "arm set",
                "cancel set"));
        figures.firings().stream()
                .filter(firing -> firing.arming() != null)
                .forEach(firing -> table.append(System.lineSeparator()).append(arming(Row.of(firing))));
        if (figures.signals() != null) {
            table.append(System.lineSeparator())
                    .append(System.lineSeparator())
                    .append(signals(figures, "due to task", figures.signals().task()))
                    .append(System.lineSeparator())
                    .append(signals(
                            figures, "task to webhook", figures.signals().delivery()));
        }
        return table.toString();
    }

    private static String signals(TimerFigures figures, String what, Latencies measured) {
        Millis millis = Millis.of(measured);
        return String.format(
                Locale.ROOT,
                "%d signals a second, %s: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, max %.1f ms",
                figures.load().perSecond(),
                what,
                millis.p50(),
                millis.p99(),
                millis.p999(),
                millis.max());
    }

    private static String line(Row row) {
        Millis late = row.lateness();
        return String.format(
                Locale.ROOT,
                NAME + " %8.1f %8.1f %8.1f %6d %9.0f %9.0f %9.0f",
                row.contender(),
                row.pending(),
                late.p50(),
                late.p99(),
                late.max(),
                row.early(),
                row.cpuMicrosPerFiring(),
                row.postgresMicrosPerFiring(),
                row.firedPerSecond());
    }

    private static String arming(Row row) {
        ArmFigures arming = row.armingPerSecond();
        if (arming == null) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                NAME + " %9.0f %9.0f %9.0f %11s",
                row.contender(),
                row.pending(),
                arming.arm(),
                arming.cancel(),
                arming.armInSets(),
                arming.cancelInSets() == null ? "–" : String.format(Locale.ROOT, "%.0f", arming.cancelInSets()));
    }
}
