package io.playcaller.cli.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.ListLimit;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.rebuild.RebuildDoor.Ask;
import io.playcaller.quickstart.Home;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rebuild}. */
@Command(
        name = "rebuild",
        description = "Make the state of health-service anew from the log, beside what runs, and compare.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(start | status | compare | switch | abandon)")
public final class RebuildCommand {

    private final Home home;

    @Spec
    private CommandSpec spec;

    public RebuildCommand(Home home) {
        this.home = home;
    }

    @Command(
            name = "start",
            description = "Fold the log once more, tell nobody, and compare. It goes on when this command is ended.",
            mixinStandardHelpOptions = true)
    int start(
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "of people, for people")
                    String reason,
            @Option(names = "--go-on", description = "with what the last run left, rather than from the beginning")
                    boolean goOn,
            @Option(names = "--detach", description = "do not wait for its end") boolean detach) {
        return begin(new Ask(reason, goOn, false, List.of()), detach);
    }

    @Command(
            name = "switch",
            description = {
                "Go on with what the last run left, compare anew, and let it take the running",
                "state's place when nothing speaks against it."
            },
            mixinStandardHelpOptions = true)
    int switchOver(
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "of people, for people")
                    String reason,
            @Option(
                            names = "--accept",
                            paramLabel = "CODE",
                            split = ",",
                            description = "differences that do not speak against it, such as log-cut")
                    @Nullable
                    List<String> accept,
            @Option(names = "--detach", description = "do not wait for its end") boolean detach) {
        return begin(new Ask(reason, true, true, accept == null ? List.of() : accept), detach);
    }

    @Command(
            name = "status",
            description = "The newest run: how far it is, or how it ended.",
            mixinStandardHelpOptions = true)
    int status() {
        Terminal.of(spec).printable(RebuildLines.whole(door().newest()));
        return 0;
    }

    @Command(
            name = "compare",
            description = "The accounts that the log makes otherwise than they stand, by the last comparison.",
            mixinStandardHelpOptions = true)
    int compare(
            @Option(names = "--only", paramLabel = "CODE", description = "those of one reason, such as other-facts")
                    @Nullable
                    String only,
            @Mixin ListLimit limit) {
        int most = limit.value();
        Terminal.of(spec).printable(RebuildLines.differences(door().differences(only, most)));
        return 0;
    }

    @Command(
            name = "abandon",
            description = "End the run at its next step; what it folded stays for one that goes on.",
            mixinStandardHelpOptions = true)
    int abandon() {
        Terminal.of(spec).printable(RebuildLines.whole(door().abandon()));
        return 0;
    }

    private int begin(Ask ask, boolean detach) {
        RebuildDoor door = door();
        JsonNode begun = door.begin(ask);
        if (detach) {
            Terminal.of(spec).printable(RebuildLines.whole(begun));
            return 0;
        }
        Terminal terminal = Terminal.of(spec);
        terminal.line(
                "It runs in health-service and goes on without this command; ./playcaller rebuild abandon ends it.");
        return new RebuildWatch(door::newest, terminal).toTheEnd() ? 0 : 1;
    }

    private RebuildDoor door() {
        return RebuildDoor.of(Installation.running(home));
    }
}
