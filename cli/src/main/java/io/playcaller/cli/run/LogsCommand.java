package io.playcaller.cli.run;

import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.LogTail;
import io.playcaller.quickstart.Settings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code logs}. */
@Command(name = "logs", description = "The end of the logs.", sortOptions = false, mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MILLIS = 250;

    private final Home home;

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            description = "a part as status names it, or quickstart (the supervisor); all of them when absent")
    private @Nullable String part;

    @Option(
            names = {"-f", "--follow"},
            description = "go on showing what is added")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "40",
            paramLabel = "N",
            description = "how many lines (40)")
    private int lines;

    @Spec
    private CommandSpec spec;

    public LogsCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        Map<String, LogFollower> followed = new LinkedHashMap<>();
        for (String name : wanted()) {
            followed.put(name, LogFollower.atEndOf(home.log(name)));
            LogTail.lines(home.log(name), lines).forEach(line -> terminal.line(prefix(name) + line));
        }
        while (follow) {
            followed.forEach((name, log) -> log.newLines().forEach(line -> terminal.line(prefix(name) + line)));
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return 0;
    }

    private List<String> wanted() {
        List<String> known = new ArrayList<>(Settings.defaults().ports().keySet());
        known.add("quickstart");
        if (part == null) {
            return requireSome(
                    known.stream().filter(name -> Files.exists(home.log(name))).toList());
        }
        if (!known.contains(part)) {
            throw new Refused("no part is called %s; there are %s".formatted(part, String.join(", ", known)));
        }
        if (!Files.exists(home.log(part))) {
            throw new Refused("%s has no log yet; start it with ./playcaller up --detach".formatted(part));
        }
        return List.of(part);
    }

    private static List<String> requireSome(List<String> logs) {
        if (logs.isEmpty()) {
            throw new Refused("there are no logs yet; start it with ./playcaller up --detach");
        }
        return logs;
    }

    private String prefix(String name) {
        return part == null ? "%-17s| ".formatted(name) : "";
    }
}
