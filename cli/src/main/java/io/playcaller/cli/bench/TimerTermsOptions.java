package io.playcaller.cli.bench;

import io.playcaller.bench.timer.TimerLoad;
import io.playcaller.bench.timer.TimerTerms;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** What {@code bench timers} fires, and how it measures. */
final class TimerTermsOptions {

    private static final int MOST_PENDING = 10_000_000;
    private static final int MOST_PER_SECOND = 10_000;
    private static final int MOST_SECONDS = 3_600;
    private static final int MOST_AT_ONCE = 1_000_000;
    private static final int MOST_MEGABYTES = 16_384;
    private static final int MOST_MILLIS = 60_000;
    private static final int MOST_THREADS = 128;

    @Option(
            names = "--pending",
            split = ",",
            defaultValue = "10000,100000,1000000",
            paramLabel = "N",
            description = "how many timers wait besides, far ahead; one run each; default 10000,100000,1000000")
    private List<Integer> pending = List.of();

    @Option(
            names = "--rate",
            defaultValue = "200",
            paramLabel = "N",
            description = "how many fall due a second, and signals come a second; default 200")
    private int rate;

    @Option(
            names = "--warm-up",
            defaultValue = "90",
            paramLabel = "SECONDS",
            description = "how long they do before it counts; default 90, for their compilers")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "60", paramLabel = "N", description = "how long it counts; default 60")
    private int seconds;

    @Option(
            names = "--backlog",
            defaultValue = "20000",
            paramLabel = "N",
            description = "how many are due at once, for throughput; default 20000")
    private int backlog;

    @Option(
            names = "--armed",
            defaultValue = "20000",
            paramLabel = "N",
            description = "how many are armed and cancelled; default 20000")
    private int armed;

    @Option(
            names = "--signals",
            defaultValue = "0",
            paramLabel = "SECONDS",
            description =
                    "at last, signals for so long: from when one was due on Kafka to its task, and on to a webhook here; the brake and"
                            + " days are set wide")
    private int signals;

    @Option(
            names = "--heap",
            defaultValue = "422",
            paramLabel = "MB",
            description = "largest heap of either; default 422, 55 %% of 768 MiB")
    private int heap;

    @Option(
            names = "--poll",
            defaultValue = "100",
            paramLabel = "MS",
            description = "how often either looks for what is due; default 100, which is play-router's own default")
    private int poll;

    @Option(
            names = "--peer-threads",
            defaultValue = "16",
            paramLabel = "N",
            description = "of db-scheduler; default 16, as many as play-router has connections")
    private int peerThreads;

    @Option(
            names = "--lanes",
            defaultValue = "8",
            paramLabel = "N",
            description = "on how many connections timers are armed and cancelled; default 8")
    private int lanes;

    TimerLoad load() {
        pending.forEach(one -> MeasuredDoor.require("--pending", one, MOST_PENDING));
        MeasuredDoor.require("--rate", rate, MOST_PER_SECOND);
        MeasuredDoor.require("--warm-up", warmUp, MOST_SECONDS);
        MeasuredDoor.require("--seconds", seconds, MOST_SECONDS);
        MeasuredDoor.require("--backlog", backlog, MOST_AT_ONCE);
        MeasuredDoor.require("--armed", armed, MOST_AT_ONCE);
        if (signals != 0) {
            MeasuredDoor.require("--signals", signals, MOST_SECONDS);
        }
        return new TimerLoad(pending, rate, warmUp, seconds, backlog, armed, signals);
    }

    TimerTerms terms(Home home) {
        MeasuredDoor.require("--heap", heap, MOST_MEGABYTES);
        MeasuredDoor.require("--poll", poll, MOST_MILLIS);
        MeasuredDoor.require("--peer-threads", peerThreads, MOST_THREADS);
        MeasuredDoor.require("--lanes", lanes, MOST_THREADS);
        return new TimerTerms(
                BuiltProgram.of(Service.PLAY_ROUTER.program(home.root()), "play-router"),
                BuiltProgram.of(home.root().resolve("bench-peer/target/playcaller-peer.jar"), "bench-peer"),
                heap,
                Duration.ofMillis(poll),
                peerThreads,
                lanes);
    }
}
