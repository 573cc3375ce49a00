package io.playcaller.cli.run;

import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Part;
import io.playcaller.quickstart.PartState;
import io.playcaller.quickstart.Phase;
import io.playcaller.quickstart.Readiness;
import io.playcaller.quickstart.RunState;
import io.playcaller.quickstart.Service;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code status}. */
@Command(
        name = "status",
        description = "What runs, where, and whether it is ready; exits with 1 unless all of it is.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

    private final Home home;
    private final Readiness readiness = new Readiness();

    @Spec
    private CommandSpec spec;

    public StatusCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        RunState state = RunState.read(home.runState())
                .orElseThrow(() -> new Refused("never started here; start it with ./playcaller up --detach"));
        if (!state.supervisorLives()) {
            throw new Refused(
                    state.phase() == Phase.STOPPED || state.phase() == Phase.FAILED
                            ? "nothing is running; start it with ./playcaller up --detach"
                            : "the supervisor (process %d) was killed; ./playcaller up puts things in order and starts again"
                                    .formatted(state.pid()));
        }
        terminal.line("%s since %s (process %d)"
                .formatted(state.phase().name().toLowerCase(Locale.ROOT), state.startedAt(), state.pid()));
        boolean all = state.phase() == Phase.READY;
        for (Part part : state.parts()) {
            String word = word(part);
            all &= word.equals("ready");
            terminal.line("  %-17s %-24s %s%s"
                    .formatted(
                            part.name(),
                            part.address(),
                            word,
                            part.restarts() == 0 ? "" : ", died %d times".formatted(part.restarts())));
        }
        return all ? 0 : 1;
    }

    private String word(Part part) {
        if (part.state() != PartState.READY || Service.ofModule(part.name()).isEmpty()) {
            return part.state().name().toLowerCase(Locale.ROOT);
        }
        String answer = readiness.ask(part.address());
        return answer.equals("UP") ? "ready" : "not ready: " + answer.replaceAll("\\s+", " ");
    }
}
