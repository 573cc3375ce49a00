package io.playcaller.cli.offboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.cli.http.Url;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code offboard}. Asked for again, it goes on where it stopped. */
@Command(
        name = "offboard",
        description = "Somebody of ours leaves: shows what of theirs would go to whom, and with --apply hands it over.",
        mixinStandardHelpOptions = true)
public final class OffboardCommand implements Callable<Integer> {

    private final Home home;

    @Parameters(paramLabel = "STAFF_ID", description = "of directory.yaml, or as said over HTTP")
    private String staffId;

    @Option(names = "--reason", description = "why; kept in the log of the directory and of each task")
    private @Nullable String reason;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "when they leave, such as 2026-12-31T17:00:00Z; else now")
    private @Nullable String at;

    @Option(names = "--apply", description = "do it; without it nothing changes")
    private boolean apply;

    @Spec
    private CommandSpec spec;

    public OffboardCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        if (apply && (reason == null || reason.isBlank())) {
            throw new Refused("say why with --reason: it stands in the log of each task that somebody else gets");
        }
        Map<String, Object> body = body();
        Installation installation = Installation.running(home);
        Session session = Session.open(installation, new Http());
        String path = "/v1/offboard/" + Url.part(staffId) + (apply ? "" : "?preview=true");
        JsonNode answer = session.post(Service.PLAY_ROUTER, path, body).orRefused(Service.PLAY_ROUTER);
        Terminal.of(spec).printable(new OffboardLines(answer).lines());
        Terminal.of(spec)
                .printable(
                        apply
                                ? access(installation, new Logins(session), answer)
                                : List.of("", "Nothing was changed; --apply does it."));
        return 0;
    }

    /** Their login ends with them; one who leaves later needs it until then. */
    private List<String> access(Installation installation, Logins logins, JsonNode answer) {
        List<String> lines = new ArrayList<>(List.of(""));
        for (Logins.Login login : logins.of(staffId, answer.path("login").asText())) {
            boolean own = login.email().equalsIgnoreCase(installation.secrets().adminEmail());
            if (own || at != null) {
                lines.add("The login %s stays: %s."
                        .formatted(
                                login.email(), own ? "this command logs in with it" : "switch it off when they leave"));
            } else {
                logins.switchOff(login);
                lines.add(
                        "The login %s is switched off; services but play-router take its last token for at most 15 minutes."
                                .formatted(login.email()));
            }
        }
        return lines.size() > 1 ? lines : List.of("", "The console has no active login of theirs.");
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        if (reason != null) {
            body.put("reason", reason);
        }
        if (at != null) {
            body.put("leavesAt", instant(at));
        }
        return body;
    }

    private static String instant(String text) {
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw new Refused("--at must be an instant such as 2026-12-31T17:00:00Z, is " + text, e);
        }
    }
}
