package io.playcaller.cli.letters;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Refused;
import io.playcaller.contracts.Shown;
import io.playcaller.quickstart.Home;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code letters show}. */
@Command(
        name = "show",
        description = "A letter, whole, with what became of each replay.",
        mixinStandardHelpOptions = true)
public final class ShowLetterCommand implements Callable<Integer> {

    private final Home home;

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Option(
            names = "--payload",
            description = "only what came in: mend it in a file, then letters fix ID --payload FILE")
    private boolean payload;

    @Spec
    private CommandSpec spec;

    public ShowLetterCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        JsonNode letter = Desk.of(home).letter(id);
        PrintWriter out = spec.commandLine().getOut();
        if (payload) {
            out.println(payloadOf(letter));
        } else {
            letter.toPrettyString().lines().map(Shown::escaped).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private static String payloadOf(JsonNode letter) {
        JsonNode content = letter.path("content");
        if (!content.hasNonNull("payload")) {
            throw new Refused("what it held was deleted, because a person of it was forgotten");
        }
        return content.path("payload").asText();
    }
}
