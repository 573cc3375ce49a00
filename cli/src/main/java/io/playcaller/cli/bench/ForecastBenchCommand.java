package io.playcaller.cli.bench;

import io.playcaller.bench.forecast.ForecastBench;
import io.playcaller.bench.forecast.ForecastFigures;
import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench forecast}. */
@Command(
        name = "forecast",
        description = {
            "How long a portfolio takes to be forecast whole on one thread, what a contract costs, and how long it takes from"
                    + " the commit of one contract's change until it is in the figures.",
            "Runs on a PostgreSQL of its own, which goes again; nothing else should run meanwhile. Linux only."
        },
        mixinStandardHelpOptions = true)
public final class ForecastBenchCommand implements Callable<Integer> {

    private static final int MOST_CONTRACTS = 1_000_000;
    private static final int MOST_ROUNDS = 1_000;

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--contracts", defaultValue = "100000", paramLabel = "N", description = "default 100000")
    private int contracts;

    @Option(names = "--rounds", defaultValue = "10", paramLabel = "N", description = "default 10")
    private int rounds;

    @Option(
            names = "--changes",
            defaultValue = "20",
            paramLabel = "N",
            description = "contracts that are changed one by one; 0 leaves PostgreSQL out; default 20")
    private int changes;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there, too")
    private @Nullable Path file;

    public ForecastBenchCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        MeasuredDoor.require("--contracts", contracts, MOST_CONTRACTS);
        MeasuredDoor.require("--rounds", rounds, MOST_ROUNDS);
        if (changes != 0) {
            MeasuredDoor.require("--changes", changes, Math.min(contracts, MOST_ROUNDS));
        }
        ForecastFigures figures = new ForecastBench(home.directory().resolve("bench-forecast"), this::progress)
                .run(contracts, rounds, changes);
        PrintWriter out = spec.commandLine().getOut();
        out.println(text(figures));
        out.flush();
        if (file != null) {
            Files.write(file, WireJson.write(figures));
        }
        return 0;
    }

    static String text(ForecastFigures figures) {
        String whole = String.format(
                Locale.ROOT,
                "%d contracts forecast whole, with four quarters: %.0f ms (slowest of %d: %.0f), of it contracts %.0f ms;"
                        + " CPU %.1f µs a contract",
                figures.contracts(),
                figures.wholeMillis(),
                figures.rounds(),
                figures.slowestMillis(),
                figures.contractsMillis(),
                figures.cpuMicrosPerContract());
        return figures.changes() == 0
                ? whole
                : whole
                        + String.format(
                                Locale.ROOT,
                                "%nfrom a change's commit until it is in the figures: %.0f ms (slowest of %d: %.0f)",
                                figures.changeMedianMillis(),
                                figures.changes(),
                                figures.changeSlowestMillis());
    }

    private void progress(String step) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("  " + step);
        err.flush();
    }
}
