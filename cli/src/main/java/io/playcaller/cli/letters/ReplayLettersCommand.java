package io.playcaller.cli.letters;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.quickstart.Home;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code letters replay}: some by their ids, or all that a filter finds. */
@Command(
        name = "replay",
        description = "Takes letters in again, by their ids or by a filter; each counts once.",
        mixinStandardHelpOptions = true)
public final class ReplayLettersCommand implements Callable<Integer> {

    private final Home home;

    @Parameters(paramLabel = "ID", arity = "0..*")
    private List<String> ids = List.of();

    @Mixin
    private LetterFilterOptions filter = new LetterFilterOptions();

    @Option(names = "--preview", description = "only count what the filter finds")
    private boolean preview;

    @Spec
    private CommandSpec spec;

    public ReplayLettersCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        Map<String, Object> said = filter.said();
        if (ids.isEmpty() == said.isEmpty()) {
            throw new Refused("name letters by their ids, or by a filter such as --reason account.unknown");
        }
        Desk desk = Desk.of(home);
        if (!ids.isEmpty()) {
            ids.forEach(id -> terminal.line(FixLetterCommand.became(desk.replay(id, Map.of()))));
        } else if (preview) {
            preview(desk, said, terminal);
        } else {
            replayAll(desk, said, terminal);
        }
        return 0;
    }

    private static void preview(Desk desk, Map<String, Object> said, Terminal terminal) {
        Map<String, Object> question = new HashMap<>(said);
        question.put("preview", true);
        JsonNode counts = desk.round(question);
        counts.path("matching")
                .properties()
                .forEach(count ->
                        terminal.line("  %6d  %s".formatted(count.getValue().asLong(), count.getKey())));
        terminal.line(counts.path("replayable").asLong() + " would be replayed.");
    }

    private static void replayAll(Desk desk, Map<String, Object> said, Terminal terminal) {
        Map<String, Long> became = new TreeMap<>();
        Map<String, Object> question = new HashMap<>(said);
        for (boolean more = true; more; ) {
            JsonNode round = desk.round(question);
            round.path("replayed")
                    .properties()
                    .forEach(count ->
                            became.merge(count.getKey(), count.getValue().asLong(), Long::sum));
            became.merge("not replayable", round.path("notReplayable").asLong(), Long::sum);
            became.merge("in work", round.path("inWork").asLong(), Long::sum);
            more = round.hasNonNull("next");
            question.put("cursor", round.path("next").asText());
            terminal.live(became.toString());
        }
        became.values().removeIf(count -> count == 0);
        became.forEach((word, count) -> terminal.line("  %6d  %s".formatted(count, word)));
        terminal.line(became.isEmpty() ? "No letter that waits matches." : "Done.");
    }
}
