package io.playcaller.cli.bench;

import io.playcaller.bench.health.HealthBench;
import io.playcaller.bench.health.HealthFigures;
import io.playcaller.bench.health.HealthLoad;
import io.playcaller.bench.health.UnequalPeerException;
import io.playcaller.cli.Refused;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.RunState;
import io.playcaller.quickstart.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench health}. */
@Command(
        name = "health",
        description = {
            "What a fact costs health-service, with PostgreSQL and Kafka, against the same engine on Kafka Streams"
                    + " (exactly_once_v2, RocksDB): on the same log, one after the other.",
            "Runs on a Kafka and a PostgreSQL of its own, which go again; nothing else should run meanwhile. Linux only."
        },
        mixinStandardHelpOptions = true)
public final class HealthBenchCommand implements Callable<Integer> {

    private static final int MOST_EVENTS = 50_000_000;
    private static final int MOST_ACCOUNTS = 5_000_000;
    private static final int MOST_PARTITIONS = 64;
    private static final int MOST_MEGABYTES = 16_384;
    private static final int MOST_MILLIS = 60_000;
    private static final int MOST_PERCENT = 90;

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--events",
            defaultValue = "3000000",
            paramLabel = "N",
            description = "facts on the log, besides two of the register for each account; default 3000000")
    private int events;

    @Option(names = "--accounts", defaultValue = "100000", paramLabel = "N", description = "default 100000")
    private int accounts;

    @Option(
            names = "--zipf",
            description = "draw the n-th account with a weight of 1/n; without it each is as likely as any other")
    private boolean zipf;

    @Option(names = "--partitions", defaultValue = "8", paramLabel = "N", description = "of customer-events; default 8")
    private int partitions;

    @Option(
            names = "--heap",
            defaultValue = "563",
            paramLabel = "MB",
            description = "largest heap of either; default 563, 55 %% of the chart's 1 GiB")
    private int heap;

    @Option(
            names = "--commit-interval",
            defaultValue = "100",
            paramLabel = "MS",
            description = "of Kafka Streams; default 100, which is its own default")
    private int commitInterval;

    @Option(
            names = "--warm-up",
            defaultValue = "25",
            paramLabel = "PERCENT",
            description = "the share of the facts after the register that is folded before anything counts; default 25")
    private int warmUp;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there, too")
    private @Nullable Path file;

    public HealthBenchCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireBounds();
        requireQuiet();
        // Kafka's clients would tell of each connection between the lines of the measurement.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        PrintWriter out = spec.commandLine().getOut();
        HealthBench bench = new HealthBench(
                new HealthBench.Programs(
                        built(Service.HEALTH_SERVICE.program(home.root()), "health-service"),
                        built(home.root().resolve("bench-peer/target/playcaller-peer.jar"), "bench-peer")),
                home.directory().resolve("bench-health"),
                new HealthBench.Terms(heap, warmUp, Duration.ofMillis(commitInterval)),
                step -> {
                    out.println("  " + step);
                    out.flush();
                });
        HealthFigures figures = measure(bench);
        out.println(HealthTable.of(figures));
        out.flush();
        if (file != null) {
            Files.write(file, HealthTable.json(figures));
        }
        return 0;
    }

    private HealthFigures measure(HealthBench bench) throws IOException, InterruptedException {
        try {
            return bench.measure(new HealthLoad(events, accounts, zipf, partitions));
        } catch (UnequalPeerException e) {
            throw new Refused("no figures: " + e.getMessage(), e);
        }
    }

    private void requireBounds() {
        MeasuredDoor.require("--events", events, MOST_EVENTS);
        MeasuredDoor.require("--accounts", accounts, MOST_ACCOUNTS);
        MeasuredDoor.require("--partitions", partitions, MOST_PARTITIONS);
        MeasuredDoor.require("--heap", heap, MOST_MEGABYTES);
        MeasuredDoor.require("--commit-interval", commitInterval, MOST_MILLIS);
        MeasuredDoor.require("--warm-up", warmUp, MOST_PERCENT);
    }

    private void requireQuiet() {
        if (RunState.read(home.runState()).filter(RunState::supervisorLives).isPresent()) {
            throw new Refused("what runs here would be measured, too; stop it first with ./playcaller down");
        }
    }

    private static Path built(Path program, String module) {
        if (!Files.exists(program)) {
            throw new Refused("%s is missing; build it with mvn package -pl %s -am".formatted(program, module));
        }
        return program;
    }
}
