package io.playcaller.cli.plays;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.JsonFile;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.clock.Spans;
import io.playcaller.cli.http.Answer;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.contracts.Shown;
import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plays}. */
@Command(
        name = "plays",
        description = "Whether files of rules are right, and what they would have done.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(validate | simulate)")
public final class PlaysCommand {

    private static final long LONGEST_DAYS = 366;

    private final Home home;

    @Spec
    private CommandSpec spec;

    public PlaysCommand(Home home) {
        this.home = home;
    }

    @Command(
            name = "validate",
            description = {
                "Have the running play-router read a directory of rules: every fault with file, line, key and fix.",
                "Files that are not in it are those that ship. Nothing is changed."
            },
            mixinStandardHelpOptions = true)
    int validate(
            @Parameters(paramLabel = "DIR", description = "with a plays.yaml or others of its kind") Path directory)
            throws IOException {
        Session session = Session.open(Installation.running(home), new Http());
        Map<String, String> files = RuleDirectory.read(directory);
        requireRight(session, directory, files);
        Terminal.of(spec).line("%s is right: %s".formatted(directory, String.join(", ", files.keySet())));
        return 0;
    }

    private static void requireRight(Session session, Path directory, Map<String, String> files) {
        JsonNode answer =
                session.post(Service.PLAY_ROUTER, "/v1/rules/validate", files).orRefused(Service.PLAY_ROUTER);
        if (!answer.path("valid").asBoolean()) {
            throw new Refused(String.join(System.lineSeparator(), faults(directory, answer.path("faults"))));
        }
    }

    /** As the service would log them. */
    static List<String> faults(Path directory, JsonNode faults) {
        return StreamSupport.stream(faults.spliterator(), false)
                .map(fault -> {
                    String file = fault.path("file").asText();
                    String place = Files.exists(directory.resolve(file))
                            ? directory.resolve(file).toString()
                            : file;
                    int line = fault.path("line").asInt();
                    String key = fault.path("key").asText();
                    String fix = fault.path("fix").asText();
                    return Shown.printable(place + (line == 0 ? "" : ":" + line) + (key.isEmpty() ? "" : " " + key)
                            + ": " + fault.path("message").asText() + (fix.isEmpty() ? "" : "; " + fix));
                })
                .toList();
    }

    @Command(
            name = "simulate",
            description = {
                "What plays would have done with the signals of the last days: runs, accounts, hours of work by role and week.",
                "With --plays, those of a directory beside those in force. At most 20,000 signals. Nothing is changed."
            },
            mixinStandardHelpOptions = true)
    int simulate(
            @Option(
                            names = "--since",
                            defaultValue = "180d",
                            paramLabel = "SPAN",
                            description = "default 180d, at most 366d")
                    String since,
            @Option(names = "--plays", paramLabel = "DIR", description = "rules to try; default: those in force alone")
                    @Nullable
                    Path directory,
            @Mixin JsonFile json)
            throws IOException {
        String path = "/v1/plays/simulate?days=" + days(since);
        Session session = Session.open(Installation.running(home), new Http());
        Answer answer;
        if (directory == null) {
            answer = session.post(Service.PLAY_ROUTER, path);
        } else {
            Map<String, String> files = RuleDirectory.read(directory);
            requireRight(session, directory, files);
            answer = session.post(Service.PLAY_ROUTER, path, files);
        }
        JsonNode compared = answer.orRefused(Service.PLAY_ROUTER);
        json.write(WireJson.write(compared));
        Terminal.of(spec).lines(new SimulatedPlays(compared, directory != null).lines());
        return 0;
    }

    static long days(String since) {
        long days = Spans.parse(since).toDays();
        if (days < 1 || days > LONGEST_DAYS) {
            throw new Refused("--since must be between 1d and %dd, is %s".formatted(LONGEST_DAYS, since));
        }
        return days;
    }
}
