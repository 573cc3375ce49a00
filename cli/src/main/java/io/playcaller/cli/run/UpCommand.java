package io.playcaller.cli.run;

import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.demo.DemoRun;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.LeftOvers;
import io.playcaller.quickstart.LogTail;
import io.playcaller.quickstart.Phase;
import io.playcaller.quickstart.Preflight;
import io.playcaller.quickstart.RunState;
import io.playcaller.quickstart.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code up}. */
@Command(
        name = "up",
        description = "Start everything: Kafka, PostgreSQL, Redis and the five services, on loopback.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MILLIS = 150;
    private static final int KILLED = 128 + 9;
    private static final int STOPPED_BY_SIGNAL = 128 + 15;

    private final Home home;

    @Option(names = "--detach", description = "return when everything is ready, and leave it running")
    private boolean detach;

    @Option(names = "--demo", description = "bring in a made-up company and let things happen to it")
    private boolean demo;

    @Mixin
    private PortOptions ports;

    @Spec
    private CommandSpec spec;

    public UpCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        Terminal terminal = Terminal.of(spec);
        long began = System.nanoTime();
        makeWay(terminal);
        Settings settings = ports.applyTo(Settings.load(home.settings()));
        refuseOn(Preflight.faults(home, settings));
        home.create();
        settings.save(home.settings());
        Process supervisor = SupervisorLaunch.start(home, !detach);
        Thread stop = stopWithCommand(terminal, supervisor);
        awaitReady(terminal, supervisor, began);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        terminal.lines(Welcome.lines(home, settings, took));
        if (detach) {
            // From here on it outlives this command, however that ends.
            Runtime.getRuntime().removeShutdownHook(stop);
        }
        if (demo) {
            terminal.line("");
            new DemoRun(Installation.running(home), terminal).play();
        }
        if (detach) {
            return 0;
        }
        terminal.line("");
        terminal.line("Running. Ctrl-C stops everything; the data stay.");
        return awaitEnd(terminal, supervisor);
    }

    private void makeWay(Terminal terminal) {
        RunState.read(home.runState()).filter(RunState::supervisorLives).ifPresent(running -> {
            throw new Refused("already running (process %d); see ./playcaller status, or stop it with ./playcaller down"
                    .formatted(running.pid()));
        });
        endLeftOvers(terminal);
    }

    private void endLeftOvers(Terminal terminal) {
        List<String> ended = LeftOvers.end(home);
        if (!ended.isEmpty()) {
            terminal.line("Stopped what a killed run had left behind: " + String.join(", ", ended));
        }
    }

    private static void refuseOn(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Refused("cannot start:\n  - " + String.join("\n  - ", faults));
        }
    }

    private Thread stopWithCommand(Terminal terminal, Process supervisor) {
        Thread stop = new Thread(
                () -> {
                    if (supervisor.isAlive()) {
                        terminal.line("Stopping …");
                        supervisor.destroy();
                        supervisor.onExit().join();
                        terminal.line("Stopped.");
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        return stop;
    }

    private void awaitReady(Terminal terminal, Process supervisor, long began) throws InterruptedException {
        StartDisplay display = new StartDisplay(terminal);
        terminal.line("Starting Playcaller in %s".formatted(home.directory()));
        while (true) {
            boolean alive = supervisor.isAlive();
            Optional<RunState> state = RunState.read(home.runState()).filter(seen -> seen.pid() == supervisor.pid());
            state.ifPresent(seen -> display.show(seen, Duration.ofNanos(System.nanoTime() - began)));
            Phase phase = state.map(RunState::phase).orElse(Phase.STARTING);
            if (phase == Phase.READY) {
                return;
            }
            if (!alive) {
                throw new Refused("cannot start: " + why(state));
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private String why(Optional<RunState> state) {
        return state.map(RunState::failure)
                .orElseGet(() -> "the supervisor ended; the end of %s:\n  %s"
                        .formatted(
                                home.log("quickstart"),
                                String.join("\n  ", LogTail.lines(home.log("quickstart"), 12))));
    }

    private Integer awaitEnd(Terminal terminal, Process supervisor) throws InterruptedException {
        LogFollower follower = LogFollower.atEndOf(home.log("quickstart"));
        while (supervisor.isAlive()) {
            follower.newLines().forEach(terminal::line);
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        follower.newLines().forEach(terminal::line);
        if (supervisor.exitValue() == STOPPED_BY_SIGNAL) {
            return 0;
        }
        if (supervisor.exitValue() == KILLED) {
            terminal.line("The supervisor was killed.");
            endLeftOvers(terminal);
        }
        return 1;
    }
}
