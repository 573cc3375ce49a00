package io.playcaller.cli.bench;

import io.playcaller.bench.forecast.ChangeFigures;
import io.playcaller.bench.forecast.ForecastBench;
import io.playcaller.bench.forecast.WholeFigures;
import io.playcaller.cli.JsonFile;
import io.playcaller.cli.Terminal;
import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench forecast}. */
@Command(
        name = "forecast",
        description = {
            "How long a portfolio takes to be forecast whole on one thread, what a contract costs, and how long one contract's"
                    + " change takes from Kafka into the figures of a renewal-forecast that has as many.",
            "Runs on a Kafka and a PostgreSQL of its own, which go again; nothing else should run meanwhile. Linux only."
        },
        mixinStandardHelpOptions = true)
public final class ForecastBenchCommand implements Callable<Integer> {

    private static final int MOST_CONTRACTS = 1_000_000;
    private static final int MOST_ROUNDS = 1_000;
    private static final int MOST_MEGABYTES = 16_384;

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
            description = "contracts that are changed one by one; 0 leaves the service out; default 20")
    private int changes;

    @Option(
            names = "--heap",
            defaultValue = "281",
            paramLabel = "MB",
            description = "largest heap of the service; default 281, 55 %% of 512 MiB")
    private int heap;

    @Mixin
    private JsonFile json = new JsonFile();

    public ForecastBenchCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        MeasuredDoor.require("--contracts", contracts, MOST_CONTRACTS);
        MeasuredDoor.require("--rounds", rounds, MOST_ROUNDS);
        if (changes != 0) {
            MeasuredDoor.require("--changes", changes, Math.min(contracts, MOST_ROUNDS));
        }
        MeasuredDoor.require("--heap", heap, MOST_MEGABYTES);
        Path program = changes == 0
                ? home.root()
                : BuiltProgram.of(Service.RENEWAL_FORECAST.program(home.root()), "renewal-forecast");
        OwnMachine.prepare(home);
        ForecastBench bench = new ForecastBench(this::progress);
        WholeFigures whole = bench.whole(contracts, rounds);
        Terminal.of(spec).line(text(whole));
        ChangeFigures change = changes == 0
                ? null
                : bench.changes(home.directory().resolve("bench-forecast"), program, heap, contracts, changes);
        if (change != null) {
            Terminal.of(spec).line(text(change));
        }
        json.write(WireJson.write(new Figures(whole, change)));
        return 0;
    }

    /** @param change null where it was not measured */
    record Figures(WholeFigures whole, @Nullable ChangeFigures change) {}

    static String text(WholeFigures figures) {
        return String.format(
                Locale.ROOT,
                "%d contracts forecast whole, with four quarters: %.0f ms (slowest of %d: %.0f), of it contracts %.0f ms;"
                        + " CPU %.1f µs a contract",
                figures.contracts(),
                figures.wholeMillis(),
                figures.rounds(),
                figures.slowestMillis(),
                figures.contractsMillis(),
                figures.cpuMicrosPerContract());
    }

    static String text(ChangeFigures figures) {
        return String.format(
                Locale.ROOT,
                "a service with %d contracts: taken in from Kafka and forecast at %.0f a second; the first question for the"
                        + " portfolio %.0f ms; from a change on Kafka until an answer has it: %.0f ms (slowest of %d: %.0f)",
                figures.contracts(),
                figures.takenInPerSecond(),
                figures.firstMillis(),
                figures.medianMillis(),
                figures.changes(),
                figures.slowestMillis());
    }

    private void progress(String step) {
        Terminal.ofProgress(spec).line("  " + step);
    }
}
