package io.playcaller.cli.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.cli.http.Url;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code catalogue}. */
@Command(
        name = "catalogue",
        description =
                "The names of events that were taken, with their volume; `set` says what a name is, `forget` forgets some.",
        mixinStandardHelpOptions = true)
public final class CatalogueCommand implements Callable<Integer> {

    private static final String CATALOGUE = "/v1/catalogue";
    private static final int MOST_DAYS = 90;

    private final Home home;

    @Option(names = "--source", paramLabel = "SOURCE", description = "of one source")
    private @Nullable String source;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "7",
            description = "days of volume, 1 to 90; 7 by default")
    private int days;

    @Spec
    private CommandSpec spec;

    public CatalogueCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        if (days < 1 || days > MOST_DAYS) {
            throw new Refused("--days must be between 1 and %d, is %d".formatted(MOST_DAYS, days));
        }
        Terminal.of(spec).printable(CatalogueTable.lines(all(session()), days));
        return 0;
    }

    @Command(
            name = "set",
            description =
                    "Say what a name is, in every source, from now on. Without an option: take back what was said.",
            mixinStandardHelpOptions = true)
    int set(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--meaningful", paramLabel = "true|false", description = "whether it is use") @Nullable
                    Boolean meaningful,
            @Option(names = "--counts-as", paramLabel = "NAME", description = "the new name under which it counts")
                    @Nullable
                    String countsAs,
            @Option(names = "--from", paramLabel = "TIME", description = "for what happened at or after it") @Nullable
                    String from) {
        Map<String, Object> said = new HashMap<>();
        if (meaningful != null) {
            said.put("meaningful", meaningful);
        }
        if (countsAs != null || from != null) {
            if (countsAs == null || from == null) {
                throw new Refused("--counts-as and --from go together");
            }
            said.put("countsAs", Map.of("name", countsAs, "from", from));
        }
        session()
                .put(Service.USAGE_INGEST, CATALOGUE + "/" + Url.part(name), said)
                .orRefused(Service.USAGE_INGEST);
        String done = said.isEmpty() ? "Nothing is said of %s any more." : "Said of %s.";
        Terminal.of(spec).printable(List.of(done.formatted(name)));
        return 0;
    }

    @Command(
            name = "forget",
            description =
                    "Forget a name and how often it came; or the names that a source sent for the first time since then.",
            mixinStandardHelpOptions = true)
    int forget(
            @Parameters(paramLabel = "NAME", arity = "0..1") @Nullable String name,
            @Option(names = "--source", paramLabel = "SOURCE", description = "of one source; with --since needed")
                    @Nullable
                    String of,
            @Option(
                            names = "--since",
                            paramLabel = "TIME",
                            description = "first seen at or after it, in place of a name")
                    @Nullable
                    String since) {
        if ((name == null) == (since == null)) {
            throw new Refused("either NAME or --source and --since say which names");
        }
        String which = name == null ? "" : "/" + Url.part(name);
        String where =
                (of == null ? "?" : "?source=" + Url.part(of)) + (since == null ? "" : "&since=" + Url.part(since));
        JsonNode gone = session()
                .delete(Service.USAGE_INGEST, CATALOGUE + which + where)
                .orRefused(Service.USAGE_INGEST);
        Terminal.of(spec)
                .printable(List.of(
                        "Forgotten: " + (name == null ? gone.path("names").asText() + " names" : name) + "."));
        return 0;
    }

    private List<JsonNode> all(Session session) {
        List<JsonNode> names = new ArrayList<>();
        String question = CATALOGUE + "?limit=500&days=" + days + (source == null ? "" : "&source=" + Url.part(source));
        String next = "";
        do {
            JsonNode page = session.get(Service.USAGE_INGEST, question + next).orRefused(Service.USAGE_INGEST);
            page.path("items").forEach(names::add);
            next = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!next.isEmpty());
        return names;
    }

    private Session session() {
        return Session.open(Installation.running(home), new Http());
    }
}
