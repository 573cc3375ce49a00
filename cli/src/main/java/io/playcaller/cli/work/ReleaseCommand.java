package io.playcaller.cli.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.http.Answer;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
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
        Answer answer = session.post(Service.PLAY_ROUTER, "/v1/triage/release", Map.of("top", top));
        if (!answer.ok()) {
            throw new Refused("play-router does not release: " + answer.detail());
        }
        PrintWriter out = spec.commandLine().getOut();
        JsonNode items = answer.body().path("items");
        items.forEach(item -> out.println("  " + item));
        out.println("%d released.".formatted(items.size()));
        out.flush();
        return 0;
    }
}
