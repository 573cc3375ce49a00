package io.playcaller.cli.bench;

import io.playcaller.bench.health.HealthTerms;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How {@code bench health} measures. */
final class HealthTermsOptions {

    private static final int MOST_MEGABYTES = 16_384;
    private static final int MOST_MILLIS = 60_000;
    private static final int MOST_PERCENT = 90;

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

    @Option(
            names = "--profile",
            description =
                    "let the flight recorder look on (jcmd, so a JDK must run this) and say where the processor was;"
                            + " costs something, so take no figures from this run. Leaves .jfr, and .stacks for a flame graph")
    private boolean profile;

    HealthTerms of(Home home) {
        MeasuredDoor.require("--heap", heap, MOST_MEGABYTES);
        MeasuredDoor.require("--commit-interval", commitInterval, MOST_MILLIS);
        MeasuredDoor.require("--warm-up", warmUp, MOST_PERCENT);
        return new HealthTerms(
                BuiltProgram.of(Service.HEALTH_SERVICE.program(home.root()), "health-service"),
                BuiltProgram.of(home.root().resolve("bench-peer/target/playcaller-peer.jar"), "bench-peer"),
                heap,
                warmUp,
                Duration.ofMillis(commitInterval),
                profile);
    }
}
