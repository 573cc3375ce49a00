package io.playcaller.cli.letters;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Refused;
import io.playcaller.contracts.Shown;
import io.playcaller.quickstart.Home;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code letters list}. */
@Command(name = "list", description = "The newest first.", mixinStandardHelpOptions = true)
public final class ListLettersCommand implements Callable<Integer> {

    private static final int MOST = 500;

    private final Home home;

    @Mixin
    private LetterFilterOptions filter = new LetterFilterOptions();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "1 to 500; 50 by default")
    private int limit;

    @Spec
    private CommandSpec spec;

    public ListLettersCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw new Refused("--limit must be between 1 and %d, is %d".formatted(MOST, limit));
        }
        Map<String, Object> question = new HashMap<>(filter.said());
        question.put("limit", limit);
        JsonNode page = Desk.of(home).page(question);
        PrintWriter out = spec.commandLine().getOut();
        page.path("items").forEach(letter -> out.println(Shown.printable(line(letter))));
        out.println(page.path("items").size() + (page.hasNonNull("next") ? " shown, there are more." : " in all."));
        out.flush();
        return 0;
    }

    private static String line(JsonNode letter) {
        return "  %s  %-24s %-8s %-11s %-16s %-26s %s"
                .formatted(
                        letter.path("letterId").asText(),
                        letter.path("receivedAt").asText(),
                        letter.path("place").asText(),
                        letter.path("state").asText(),
                        letter.path("source").asText("-"),
                        letter.path("reason").asText(),
                        letter.path("accountId").asText("-"));
    }
}
