package io.playcaller.cli.letters;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.ListLimit;
import io.playcaller.contracts.Shown;
import io.playcaller.quickstart.Home;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code letters list}. */
@Command(name = "list", description = "The newest first.", mixinStandardHelpOptions = true)
public final class ListLettersCommand implements Callable<Integer> {

    private final Home home;

    @Mixin
    private LetterFilterOptions filter = new LetterFilterOptions();

    @Mixin
    private ListLimit limit = new ListLimit();

    @Spec
    private CommandSpec spec;

    public ListLettersCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        Map<String, Object> question = new HashMap<>(filter.said());
        question.put("limit", limit.value());
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
