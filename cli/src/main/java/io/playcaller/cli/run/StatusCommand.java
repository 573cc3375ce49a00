package io.playcaller.cli.run;

import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Part;
import io.playcaller.quickstart.PartState;
import io.playcaller.quickstart.Phase;
import io.playcaller.quickstart.Preflight;
import io.playcaller.quickstart.Readiness;
import io.playcaller.quickstart.RunState;
import io.playcaller.quickstart.Service;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
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
        Terminal terminal = Terminal.of(spec);
        RunState state = RunState.read(home.runState())
                .orElseThrow(() -> new Refused("never started here; start it with ./playcaller up --detach"));
        if (!state.supervisorLives()) {
            throw new Refused(whyNothingRuns(state));
        }
        terminal.line("%s, started at %s (process %d)"
                .formatted(
                        state.phase().name().toLowerCase(Locale.ROOT),
                        state.startedAt().truncatedTo(ChronoUnit.SECONDS),
                        state.pid()));
        boolean all = state.phase() == Phase.READY;
        for (Part part : state.parts()) {
            Optional<String> complaint = complaint(part);
            all &= complaint.isEmpty();
            terminal.line("  %-17s %-24s %s%s"
                    .formatted(part.name(), part.address(), complaint.orElse("ready"), died(part.restarts())));
        }
        disk().ifPresent(terminal::line);
        return all ? 0 : 1;
    }

    private String whyNothingRuns(RunState state) {
        return switch (state.phase()) {
            case STOPPED -> "nothing is running; start it with ./playcaller up --detach";
            case FAILED ->
                "nothing is running, because it could not go on; start it with ./playcaller up --detach\n"
                        + state.failure();
            case STARTING, READY, STOPPING ->
                "the supervisor (process %d) was killed; ./playcaller down ends what it left, ./playcaller up does so and starts again"
                                .formatted(state.pid())
                        + disk().map("\n"::concat).orElse("");
        };
    }

    private Optional<String> disk() {
        return Preflight.disk(home);
    }

    /** Why a part is not ready, as it stands now; empty when it is. */
    private Optional<String> complaint(Part part) {
        if (part.state() == PartState.DEAD) {
            return Optional.of("dead, and started again by itself: " + part.headline());
        }
        if (part.state() != PartState.READY) {
            return Optional.of(part.state().name().toLowerCase(Locale.ROOT));
        }
        Optional<String> complaint = Service.ofModule(part.name()).isPresent()
                ? readiness.complaint(part.address())
                : readiness.complaintAt(part.address());
        return complaint.map("not ready: "::concat);
    }

    private static String died(int times) {
        return switch (times) {
            case 0 -> "";
            case 1 -> " (died once)";
            default -> " (died %d times)".formatted(times);
        };
    }
}
