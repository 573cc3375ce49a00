package io.playcaller.cli.run;

import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.LeftOvers;
import io.playcaller.quickstart.Part;
import io.playcaller.quickstart.PartState;
import io.playcaller.quickstart.RunState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code down}. */
@Command(name = "down", description = "Stop everything; the data stay.", mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MILLIS = 150;
    private static final long PATIENCE_SECONDS = 90;

    private final Home home;

    @Spec
    private CommandSpec spec;

    public DownCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        Optional<RunState> running = RunState.read(home.runState()).filter(RunState::supervisorLives);
        if (running.isPresent()) {
            stop(terminal, running.get().pid());
            terminal.line(
                    "Stopped. The data stay in %s; ./playcaller up goes on with them.".formatted(home.directory()));
            return 0;
        }
        List<String> ended = LeftOvers.end(home);
        if (ended.isEmpty()) {
            throw new Refused("nothing is running here");
        }
        terminal.line("The supervisor was gone; stopped what it left: " + String.join(", ", ended));
        return 0;
    }

    private void stop(Terminal terminal, long pid) throws InterruptedException {
        ProcessHandle supervisor =
                ProcessHandle.of(pid).orElseThrow(() -> new Refused("process %d ended by itself".formatted(pid)));
        supervisor.destroy();
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (supervisor.isAlive()) {
            if (System.nanoTime() > deadline) {
                throw new Refused("process %d still runs after %d s; see %s, or end it with: kill -9 %d"
                        .formatted(pid, PATIENCE_SECONDS, home.log("quickstart"), pid));
            }
            RunState.read(home.runState()).ifPresent(state -> terminal.live("  stopping " + stillRunning(state)));
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private static String stillRunning(RunState state) {
        return state.parts().stream()
                .filter(part -> part.state() != PartState.STOPPED)
                .map(Part::name)
                .collect(Collectors.joining(" "));
    }
}
