package io.playcaller.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Columns;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.clock.Spans;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Secrets;
import io.playcaller.quickstart.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys}. */
@Command(
        name = "keys",
        description = "Write keys: who may send for which source.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | create | rotate | revoke)")
public final class KeysCommand {

    private static final String KEYS = "/v1/keys";

    private final Home home;

    @Spec
    private CommandSpec spec;

    public KeysCommand(Home home) {
        this.home = home;
    }

    @Command(
            name = "list",
            description = "All keys with their state and last use (known to the hour).",
            mixinStandardHelpOptions = true)
    int list() {
        Installation here = Installation.running(home);
        Terminal.of(spec).printable(KeyTable.lines(all(session(here)), new KeptKeys(here.secrets())));
        return 0;
    }

    @Command(
            name = "create",
            description = "Issue a key for a source that exists. It is printed this once.",
            mixinStandardHelpOptions = true)
    int create(
            @Option(names = "--source", required = true, paramLabel = "SOURCE") String source,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "what people call it")
                    String name,
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            split = ",",
                            defaultValue = "events",
                            description = "events, register or both; events if not given")
                    List<String> scopes,
            @Option(
                            names = "--environment",
                            paramLabel = "ENVIRONMENT",
                            defaultValue = "live",
                            description = "live or test (answered, and stored nowhere); live if not given")
                    String environment) {
        Map<String, Object> wanted =
                Map.of("source", source, "name", name, "environment", environment, "scopes", scopes);
        JsonNode made = session(Installation.running(home))
                .post(Service.USAGE_INGEST, KEYS, wanted)
                .orRefused(Service.USAGE_INGEST);
        Terminal.of(spec)
                .printable(List.of(
                        "Key %s for %s; it is shown this once:"
                                .formatted(made.at("/key/id").asText(), source),
                        made.path("writeKey").asText()));
        return 0;
    }

    @Command(
            name = "rotate",
            description =
                    "Give a key a successor, printed this once. The old key opens until the time that is printed.",
            mixinStandardHelpOptions = true)
    int rotate(
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--overlap",
                            paramLabel = "SPAN",
                            defaultValue = "7d",
                            description = "how long both open, such as 4h or 7d; 7d if not given")
                    String overlap) {
        Installation here = Installation.running(home);
        JsonNode made = session(here)
                .post(
                        Service.USAGE_INGEST,
                        KEYS + "/" + id + "/rotate",
                        Map.of("overlap", Spans.parse(overlap).toString()))
                .orRefused(Service.USAGE_INGEST);
        String key = made.path("writeKey").asText();
        Terminal.of(spec)
                .printable(List.of(
                        "Key %s takes the place of %s, which opens until %s UTC; it is shown this once:"
                                .formatted(
                                        made.at("/key/id").asText(),
                                        id,
                                        Columns.minute(made.at("/predecessor/validUntil")
                                                .asText())),
                        key));
        kept(here, made.path("predecessor")).ifPresent(source -> keep(here, source, key));
        return 0;
    }

    @Command(name = "revoke", description = "End a key at once.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "ID") String id) {
        Installation here = Installation.running(home);
        Session session = session(here);
        StreamSupport.stream(all(session).spliterator(), false)
                .filter(key -> key.path("id").asText().equals(id))
                .findFirst()
                .flatMap(key -> kept(here, key))
                .ifPresent(source -> {
                    throw new Refused(("import and demo of this installation send with this key as %s; rotate it first,"
                                    + " they then take the new one")
                            .formatted(source));
                });
        JsonNode ended = session.post(Service.USAGE_INGEST, KEYS + "/" + id + "/revoke", Map.of())
                .orRefused(Service.USAGE_INGEST);
        Terminal.of(spec)
                .printable(List.of("Key %s is revoked; every replica refuses it from %s on."
                        .formatted(id, ended.path("refusedEverywhereFrom").asText())));
        return 0;
    }

    private static Session session(Installation here) {
        return Session.open(here, new Http());
    }

    private static JsonNode all(Session session) {
        return session.get(Service.USAGE_INGEST, KEYS)
                .orRefused(Service.USAGE_INGEST)
                .path("items");
    }

    private static Optional<String> kept(Installation here, JsonNode key) {
        return new KeptKeys(here.secrets()).sourceOf(key.path("fingerprint").asText());
    }

    private void keep(Installation here, String source, String key) {
        Secrets changed = here.secrets().with(source, key);
        changed.save(home.secrets());
        Terminal.of(spec)
                .printable(List.of(
                        "Import and demo of this installation send with it as %s from now on.".formatted(source)));
    }
}
