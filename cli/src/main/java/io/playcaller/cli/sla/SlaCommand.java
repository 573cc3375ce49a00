package io.playcaller.cli.sla;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sla}. */
@Command(
        name = "sla",
        description = "What the clocks of tasks would do.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "preview")
public final class SlaCommand {

    private static final Pattern PAUSE = Pattern.compile("(\\S+?)(?:\\.\\.(\\S+?))?=([a-z-]+)");

    private final Home home;

    @Spec
    private CommandSpec spec;

    public SlaCommand(Home home) {
        this.home = home;
    }

    /** The case that is asked about. */
    static final class Case {

        @Option(names = "--play", required = true, paramLabel = "KEY", description = "the play, such as usage-drop")
        private String play;

        @Option(names = "--severity", defaultValue = "high", description = "critical, high, medium or low")
        private String severity;

        @Option(names = "--tier", description = "of the account")
        private @Nullable String tier;

        @Option(names = "--segment", description = "of the account")
        private @Nullable String segment;

        @Option(names = "--stage", description = "of the account")
        private @Nullable String stage;

        @Option(names = "--assignee", paramLabel = "ID", description = "whose calendar and absences count")
        private @Nullable String assignee;

        @Option(names = "--calendar", paramLabel = "ID", description = "without an assignee; else the standard one")
        private @Nullable String calendar;

        @Option(names = "--at", paramLabel = "INSTANT", description = "when the task is made; else now")
        private @Nullable String at;

        @Option(
                names = "--pause",
                paramLabel = "FROM[..UNTIL]=REASON",
                description = "a pause, such as 2026-12-29T09:15:00Z=waiting-for-customer")
        private List<String> pauses = new ArrayList<>();

        /** As the service is asked. */
        Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("play", play);
            body.put("severity", severity);
            put(body, "tier", tier);
            put(body, "segment", segment);
            put(body, "stage", stage);
            put(body, "assignee", assignee);
            put(body, "calendar", calendar);
            put(body, "at", at);
            body.put("pauses", pauses.stream().map(SlaCommand::pause).toList());
            return body;
        }
    }

    @Command(
            name = "preview",
            description = "When the clocks of a task would run out, and the way there day by day. Changes nothing.",
            mixinStandardHelpOptions = true)
    int preview(@Mixin Case asked) {
        JsonNode answer = Session.open(Installation.running(home), new Http())
                .post(Service.PLAY_ROUTER, "/v1/sla/preview", asked.body())
                .orRefused(Service.PLAY_ROUTER);
        PrintWriter out = spec.commandLine().getOut();
        new PreviewLines(answer).lines().forEach(out::println);
        out.flush();
        return 0;
    }

    /** @throws Refused when it is none */
    static Map<String, String> pause(String text) {
        Matcher matcher = PAUSE.matcher(text);
        if (!matcher.matches()) {
            throw new Refused("%s is no pause; write FROM=REASON or FROM..UNTIL=REASON".formatted(text));
        }
        Map<String, String> pause = new LinkedHashMap<>();
        pause.put("from", matcher.group(1));
        if (matcher.group(2) != null) {
            pause.put("until", matcher.group(2));
        }
        pause.put("because", matcher.group(3));
        return pause;
    }

    private static void put(Map<String, Object> body, String key, @Nullable String value) {
        if (value != null) {
            body.put(key, value);
        }
    }
}
