package io.playcaller.cli;

import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.cli.bench.BenchCommand;
import io.playcaller.cli.catalogue.CatalogueCommand;
import io.playcaller.cli.clock.ClockCommand;
import io.playcaller.cli.demo.DemoCommand;
import io.playcaller.cli.evaluate.EvaluateCommand;
import io.playcaller.cli.identity.DomainsCommand;
import io.playcaller.cli.identity.HeldCommand;
import io.playcaller.cli.identity.MergesCommand;
import io.playcaller.cli.imports.ImportCommand;
import io.playcaller.cli.keys.KeysCommand;
import io.playcaller.cli.letters.LettersCommand;
import io.playcaller.cli.offboard.OffboardCommand;
import io.playcaller.cli.packs.PacksCommand;
import io.playcaller.cli.person.PersonCommand;
import io.playcaller.cli.plays.PlaysCommand;
import io.playcaller.cli.rebuild.RebuildCommand;
import io.playcaller.cli.run.DownCommand;
import io.playcaller.cli.run.LogsCommand;
import io.playcaller.cli.run.ResetCommand;
import io.playcaller.cli.run.StatusCommand;
import io.playcaller.cli.run.UpCommand;
import io.playcaller.cli.simulate.SimulateCommand;
import io.playcaller.cli.sla.SlaCommand;
import io.playcaller.cli.tail.TailCommand;
import io.playcaller.cli.work.ReleaseCommand;
import io.playcaller.cli.work.TokenCommand;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Preflight;
import io.playcaller.quickstart.QuickstartException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command itself: its subcommands, and what every failure looks like. */
@Command(
        name = "playcaller",
        version = "playcaller 0.1.0-SNAPSHOT",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "",
            "Product events in, routed tasks with clocks out. Everything runs on this",
            "machine, on loopback, and keeps its data in .playcaller/.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "First steps:",
            "  ./playcaller up --detach --demo      start with a made-up company",
            "  ./playcaller demo verify             did what should have fired fire?",
            "  ./playcaller clock advance 3d        move time, and watch the clocks of tasks",
            "  ./playcaller down                    stop; the data stay",
            ""
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            ClockCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            ReleaseCommand.class,
            OffboardCommand.class,
            LettersCommand.class,
            HeldCommand.class,
            MergesCommand.class,
            DomainsCommand.class,
            TailCommand.class,
            PersonCommand.class,
            TokenCommand.class,
            KeysCommand.class,
            CatalogueCommand.class,
            BenchCommand.class,
            EvaluateCommand.class,
            SimulateCommand.class,
            RebuildCommand.class,
            SlaCommand.class,
            PacksCommand.class,
            PlaysCommand.class,
        })
public final class Playcaller {

    private static final int REFUSED = 1;

    private Playcaller() {}

    public static void main(String[] arguments) {
        Home home = new Home(Path.of(System.getProperty("playcaller.root", ".")));
        System.exit(commandLine(home).execute(arguments));
    }

    /** The whole command on an installation; commands ask it for their {@link Home}. */
    static CommandLine commandLine(Home home) {
        CommandLine line = new CommandLine(new Playcaller(), new Parts(home));
        line.setExecutionExceptionHandler((fault, command, parsed) -> {
            command.getErr().println(command.getColorScheme().errorText(message(home, fault)));
            return REFUSED;
        });
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    private static String message(Home home, Exception fault) {
        if (fault instanceof Refused
                || fault instanceof RowsException
                || fault instanceof QuickstartException
                || fault instanceof ConfigException) {
            return String.valueOf(fault.getMessage());
        }
        StringBuilder text = new StringBuilder("something went wrong that should not: ").append(fault);
        for (StackTraceElement frame : fault.getStackTrace()) {
            text.append("\n    at ").append(frame);
        }
        return text + Preflight.disk(home).map("\n"::concat).orElse("");
    }
}
