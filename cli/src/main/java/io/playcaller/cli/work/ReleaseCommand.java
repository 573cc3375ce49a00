package io.playcaller.cli.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code release}. */
@Command(
        name = "release",
        description = "Turn the top of the triage list, by value at risk, into tasks.",
        mixinStandardHelpOptions = true)
public final class ReleaseCommand implements Callable<Integer> {

    private static final int MOST = 500;

    private final Home home;

    @Option(names = "--top", required = true, paramLabel = "N", description = "how many to release, 1 to 500")
    private int top;

    @Spec
    private CommandSpec spec;

    public ReleaseCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        if (top < 1 || top > MOST) {
            throw new Refused("--top must be between 1 and %d, is %d".formatted(MOST, top));
        }
        Session session = Session.open(Installation.running(home), new Http());
        Map<String, JsonNode> waiting = new HashMap<>();
        session.get(Service.PLAY_ROUTER, "/v1/triage?limit=" + MOST)
                .orRefused(Service.PLAY_ROUTER)
                .path("items")
                .forEach(item -> waiting.put(item.path("episodeId").asText(), item));
        JsonNode released = session.post(Service.PLAY_ROUTER, "/v1/triage/release", Map.of("top", top))
                .orRefused(Service.PLAY_ROUTER)
                .path("items");
        PrintWriter out = spec.commandLine().getOut();
        released.forEach(item ->
                out.println(line(item, waiting.get(item.path("episodeId").asText()))));
        out.println("%d released of %d%s that waited."
                .formatted(released.size(), waiting.size(), waiting.size() == MOST ? " or more" : ""));
        out.flush();
        return 0;
    }

    private static String line(JsonNode released, @Nullable JsonNode signal) {
        String task = released.path("taskId").asText("-");
        String why =
                released.hasNonNull("taskId") ? "" : "  " + released.path("why").asText();
        String became = released.path("became").asText();
        if (signal == null) {
            return "  %s  %s%s".formatted(task, became, why);
        }
        JsonNode value = signal.path("valueAtRisk");
        return String.format(
                Locale.ROOT,
                "  %-36s  %-8s %-24s %-20s %,12.0f %s%s",
                task,
                became,
                signal.path("accountName").asText(signal.path("accountId").asText("-")),
                signal.path("reason").asText(),
                value.path("minor").asLong() / 100.0,
                value.path("currency").asText(""),
                why);
    }
}
