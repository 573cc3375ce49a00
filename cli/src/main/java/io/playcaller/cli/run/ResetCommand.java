package io.playcaller.cli.run;

import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.LeftOvers;
import io.playcaller.quickstart.RunState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reset}. */
@Command(
        name = "reset",
        description = "Delete all data, logs, keys and settings of this installation.",
        mixinStandardHelpOptions = true)
public final class ResetCommand implements Callable<Integer> {

    private final Home home;

    @Option(
            names = {"-y", "--yes"},
            description = "do not ask")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    public ResetCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        Terminal terminal = Terminal.of(spec);
        if (RunState.read(home.runState()).filter(RunState::supervisorLives).isPresent()) {
            throw new Refused("it is running; stop it first with ./playcaller down");
        }
        if (!Files.exists(home.directory())) {
            terminal.line("Nothing to delete: %s does not exist.".formatted(home.directory()));
            return 0;
        }
        if (!yes && !(terminal.interactive() && confirmed(terminal))) {
            throw new Refused("nothing deleted; say yes, or use --yes");
        }
        List<String> ended = LeftOvers.end(home);
        if (!ended.isEmpty()) {
            terminal.line("Stopped what a killed run had left behind: " + String.join(", ", ended));
        }
        delete(home.directory());
        terminal.line("Deleted %s.".formatted(home.directory()));
        return 0;
    }

    private boolean confirmed(Terminal terminal) throws IOException {
        terminal.line("Delete all data in %s? Type yes and press Enter to go on.".formatted(home.directory()));
        var answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return "yes".equals(answer.readLine());
    }

    private static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new Refused("cannot delete %s: %s".formatted(file, e), e);
            }
        }
    }
}
