package io.playcaller.cli.bench;

import io.playcaller.bench.Latencies;
import io.playcaller.bench.health.HealthLoad;
import io.playcaller.bench.health.ServiceFigures;
import io.playcaller.bench.health.ServiceFigures.Held;
import io.playcaller.bench.health.ServiceFigures.Midnight;
import io.playcaller.bench.health.Stretch;
import io.playcaller.contracts.WireJson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code bench health} measured of the service alone, on one log or on several, for people and for programs. */
final class ServiceTable {

    private static final double NANOS_PER_MILLI = 1_000_000.0;
    private static final double MILLIS = 1_000;

    private ServiceTable() {}

    /** Signals at half load, for programs. */
    record Pace(
            double perSecond,
            int seconds,
            int signals,
            double p50Millis,
            double p99Millis,
            double p999Millis,
            double maxMillis) {

        static Pace of(ServiceFigures.Pace pace) {
            Latencies signals = pace.signals();
            return new Pace(
                    pace.perSecond(),
                    pace.seconds(),
                    signals.count(),
                    millis(signals, 0.5),
                    millis(signals, 0.99),
                    millis(signals, 0.999),
                    millis(signals, 1));
        }
    }

    /** Answers while nothing else runs, for programs. */
    record Read(
            String what,
            int alone,
            double aloneP50Millis,
            double aloneP99Millis,
            int atRate,
            double atRateP50Millis,
            double atRateP99Millis) {

        static Read of(ServiceFigures.Read read) {
            return new Read(
                    read.what(),
                    read.alone().count(),
                    millis(read.alone(), 0.5),
                    millis(read.alone(), 0.99),
                    read.atRate().count(),
                    millis(read.atRate(), 0.5),
                    millis(read.atRate(), 0.99));
        }
    }

    /** One log, for programs. */
    record Run(
            HealthSetting setting,
            HealthLoad load,
            long records,
            long accounts,
            HealthSide service,
            @Nullable Pace pace,
            @Nullable List<Read> reads,
            @Nullable Held held) {

        static Run of(ServiceFigures figures, HealthSetting setting) {
            return new Run(
                    setting,
                    figures.load(),
                    figures.records(),
                    figures.accounts(),
                    HealthSide.of(figures.fold()),
                    figures.pace() == null ? null : Pace.of(figures.pace()),
                    figures.reads() == null
                            ? null
                            : figures.reads().stream().map(Read::of).toList(),
                    figures.held());
        }
    }

    private static double millis(Latencies latencies, double share) {
        return latencies.quantile(share) / NANOS_PER_MILLI;
    }

    static String of(List<ServiceFigures> all) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-28s %12s %12s %12s %12s %10s %8s",
                "CPU µs/event",
                "process",
                "PostgreSQL",
                "broker",
                "in all",
                "events/s",
                "peak MB"));
        for (ServiceFigures figures : all) {
            Stretch counted = figures.fold().counted();
            table.append(String.format(
                    Locale.ROOT,
                    "%n%-28s %12.1f %12.1f %12.1f %12.1f %10.0f %8.0f",
                    "%d accounts, %s"
                            .formatted(figures.accounts(), figures.load().zipf() ? "Zipf(1)" : "uniform"),
                    counted.processMicros(),
                    counted.postgresMicros(),
                    counted.brokerMicros(),
                    counted.microsInAll(),
                    counted.eventsPerSecond(),
                    figures.fold().peakBytes() / HealthSide.MEGABYTE));
            after(table, figures);
        }
        return table.toString();
    }

    private static void after(StringBuilder table, ServiceFigures figures) {
        if (figures.pace() != null) {
            Pace pace = Pace.of(figures.pace());
            table.append(String.format(
                    Locale.ROOT,
                    "%nfact due to signal read, at %.0f facts a second for %d s: p50 %.0f ms, p99 %.0f ms, p99.9 %.0f ms,"
                            + " max %.0f ms (%d signals)",
                    pace.perSecond(),
                    pace.seconds(),
                    pace.p50Millis(),
                    pace.p99Millis(),
                    pace.p999Millis(),
                    pace.maxMillis(),
                    pace.signals()));
        }
        if (figures.reads() != null) {
            figures.reads().forEach(read -> read(table, Read.of(read)));
        }
        if (figures.held() != null) {
            held(table, figures.held());
        }
    }

    private static void read(StringBuilder table, Read read) {
        table.append(String.format(
                Locale.ROOT,
                "%n%s: p50 %.1f ms, p99 %.1f ms one after another (%d), p50 %.1f ms, p99 %.1f ms at 50 a second (%d)",
                read.what(),
                read.aloneP50Millis(),
                read.aloneP99Millis(),
                read.alone(),
                read.atRateP50Millis(),
                read.atRateP99Millis(),
                read.atRate()));
    }

    private static void held(StringBuilder table, Held held) {
        table.append(String.format(
                Locale.ROOT,
                "%nheap after a collection: %.0f MB when warm, %.0f MB of a new process that owns everything"
                        + "%nall claimed %.1f s after its start, ready after %.1f s",
                held.warmHeapBytes() / HealthSide.MEGABYTE,
                held.claimedHeapBytes() / HealthSide.MEGABYTE,
                held.claimSeconds(),
                held.readySeconds()));
        for (Midnight midnight : held.midnights()) {
            Stretch took = midnight.took();
            table.append(String.format(
                    Locale.ROOT,
                    "%n%s: %d accounts due, %d changes, %.0f ms; CPU ms: process %.0f, PostgreSQL %.0f, broker %.0f",
                    midnight.at(),
                    midnight.due(),
                    midnight.changes(),
                    took.seconds() * MILLIS,
                    took.processSeconds() * MILLIS,
                    took.postgresSeconds() * MILLIS,
                    took.brokerSeconds() * MILLIS));
        }
    }

    /**
     * How many times as much an event takes on the second log as on the first.
     *
     * @param what is compared
     */
    static String growth(String what, ServiceFigures from, ServiceFigures to) {
        return String.format(
                Locale.ROOT,
                "growth, %s, %d to %d accounts: process %.2f, in all %.2f",
                what,
                from.accounts(),
                to.accounts(),
                to.fold().counted().processMicros() / from.fold().counted().processMicros(),
                to.fold().counted().microsInAll() / from.fold().counted().microsInAll());
    }

    static byte[] json(List<ServiceFigures> all, HealthSetting setting) {
        return WireJson.write(
                all.stream().map(figures -> Run.of(figures, setting)).toList());
    }
}
