package io.playcaller.cli.clock;

import io.playcaller.cli.Installation;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.clock.MachineTime;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clock}. */
@Command(
        name = "clock",
        description = "Move the time that clocks and scores are judged by.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(advance SPAN | show)")
public final class ClockCommand {

    private final Home home;

    @Spec
    private CommandSpec spec;

    public ClockCommand(Home home) {
        this.home = home;
    }

    @Command(
            name = "advance",
            description = "Move time forward, by 90s, 30m, 4h, 3d, 2w or 1d12h. It never goes back.",
            mixinStandardHelpOptions = true)
    int advance(@Parameters(paramLabel = "SPAN") String span) {
        Duration step = Spans.parse(span);
        ClockOffset offset = new ClockOffset(Installation.running(home).settings());
        print(offset.advance(step));
        return 0;
    }

    @Command(name = "show", description = "What time it is.", mixinStandardHelpOptions = true)
    int show() {
        print(new ClockOffset(Installation.running(home).settings()).read());
        return 0;
    }

    private void print(List<ClockOffset.Row> rows) {
        PrintWriter out = spec.commandLine().getOut();
        Duration ahead = rows.get(0).offset();
        out.println("It is %s, %s ahead of real time."
                .formatted(
                        MachineTime.source().instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS),
                        Spans.words(ahead)));
        rows.stream()
                .filter(row -> !row.offset().equals(ahead))
                .forEach(row -> out.println("  but %s is %s ahead; ./playcaller reset puts it right"
                        .formatted(row.schema(), Spans.words(row.offset()))));
        out.flush();
    }
}
