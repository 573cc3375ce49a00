package io.playcaller.cli.letters;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Refused;
import io.playcaller.contracts.Shown;
import io.playcaller.quickstart.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code letters fix}. */
@Command(name = "fix", description = "Replays a letter with what was wrong put right.", mixinStandardHelpOptions = true)
public final class FixLetterCommand implements Callable<Integer> {

    private final Home home;

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Option(names = "--payload", paramLabel = "FILE", description = "what should have come in")
    private @Nullable Path payload;

    @Option(names = "--content-type", paramLabel = "TYPE", description = "the media type that it should have had")
    private @Nullable String contentType;

    @Option(
            names = "--attribute",
            paramLabel = "NAME=VALUE",
            description = "a header, or what its batch said; an empty value takes it away")
    private Map<String, String> attributes = Map.of();

    @Spec
    private CommandSpec spec;

    public FixLetterCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        Map<String, Object> correction = correction();
        if (correction.isEmpty()) {
            throw new Refused("say what to put right: --payload, --content-type or --attribute");
        }
        PrintWriter out = spec.commandLine().getOut();
        JsonNode letter = Desk.of(home).replay(id, correction);
        out.println(became(letter));
        out.flush();
        return letter.path("letter").path("state").asText().equals("refused") ? 1 : 0;
    }

    private Map<String, Object> correction() {
        Map<String, Object> correction = new HashMap<>();
        if (payload != null) {
            correction.put("payload", text(payload));
        }
        if (contentType != null) {
            correction.put("contentType", contentType);
        }
        if (!attributes.isEmpty()) {
            correction.put("attributes", attributes);
        }
        return correction;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Refused("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** One line: the letter, its state, and why where there is something to say. */
    static String became(JsonNode letter) {
        JsonNode attempts = letter.path("attempts");
        JsonNode last = attempts.path(attempts.size() - 1);
        String why = last.hasNonNull("reason")
                ? "  %s: %s"
                        .formatted(
                                last.path("reason").asText(),
                                last.path("detail").asText())
                : "";
        return Shown.printable("  %s  %s%s"
                .formatted(
                        letter.path("letter").path("letterId").asText(),
                        letter.path("letter").path("state").asText(),
                        why));
    }
}
