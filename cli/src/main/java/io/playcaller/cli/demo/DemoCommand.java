package io.playcaller.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}. */
@Command(
        name = "demo",
        description = "The made-up company.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(verify | play)")
public final class DemoCommand {

    /** The truth is about what the demo itself made happen; what the clock brings later is not in it. */
    private static final Duration SPEAKS_OF = Duration.ofMinutes(5);

    private final Home home;

    @Spec
    private CommandSpec spec;

    public DemoCommand(Home home) {
        this.home = home;
    }

    @Command(
            name = "play",
            description = "Bring the company in, as ./playcaller up --demo does.",
            mixinStandardHelpOptions = true)
    int play(
            @Option(
                            names = "--accounts",
                            paramLabel = "<n>",
                            defaultValue = "" + DemoCompany.WHOLE,
                            description = "how many of its ${DEFAULT-VALUE} accounts, at least " + DemoCompany.LEAST)
                    int accounts) {
        if (accounts < DemoCompany.LEAST || accounts > DemoCompany.WHOLE) {
            throw new ParameterException(
                    spec.subcommands().get("play"),
                    "--accounts must be from %d to %d".formatted(DemoCompany.LEAST, DemoCompany.WHOLE));
        }
        new DemoRun(Installation.running(home), terminal()).play(accounts);
        return 0;
    }

    @Command(
            name = "verify",
            description = "Compare what should have fired with what did; exits with 1 on any difference.",
            mixinStandardHelpOptions = true)
    int verify() throws IOException {
        Installation installation = Installation.running(home);
        Path file = DemoRun.truthFile(installation);
        if (!Files.exists(file)) {
            throw new Refused("there is no demo company here; bring it in with ./playcaller demo play");
        }
        Truth truth = WireJson.read(Files.readAllBytes(file), Truth.class);
        DemoWatch watch = new DemoWatch(Session.open(installation, new Http()), terminal());
        Set<String> withTask = watch.all(Service.PLAY_ROUTER, "/v1/tasks?state=all&limit=200").stream()
                .map(task -> task.path("accountId").asText("") + "/"
                        + task.path("reason").asText())
                .collect(Collectors.toSet());
        Instant until = truth.madeAt().plus(SPEAKS_OF);
        List<Verdict.Fired> fired = watch.all(Service.HEALTH_SERVICE, "/v1/signals?state=all&limit=200").stream()
                .filter(signal ->
                        Instant.parse(signal.path("openedAt").asText()).isBefore(until))
                .map(signal -> fired(signal, withTask))
                .toList();
        Verdict verdict = Verdict.of(truth, fired);
        terminal().lines(verdict.lines());
        return verdict.asExpected() ? 0 : 1;
    }

    private static Verdict.Fired fired(JsonNode signal, Set<String> withTask) {
        String account = signal.path("accountId").asText("");
        String reason = signal.path("reason").asText();
        return new Verdict.Fired(
                account,
                Reason.ofWire(reason),
                signal.path("origin").asText().equals("backfill"),
                withTask.contains(account + "/" + reason),
                signal.path("sentence").asText());
    }

    private Terminal terminal() {
        return Terminal.of(spec);
    }
}
