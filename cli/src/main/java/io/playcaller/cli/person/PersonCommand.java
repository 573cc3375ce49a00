package io.playcaller.cli.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.cli.http.Url;
import io.playcaller.contracts.Shown;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code person}. */
@Command(
        name = "person",
        description = "What is held about a person of the customer: everything, or nothing any more.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(report | erase | receipt)")
public final class PersonCommand {

    private final Home home;

    @Spec
    private CommandSpec spec;

    public PersonCommand(Home home) {
        this.home = home;
    }

    @Command(
            name = "report",
            description = "Everything that is held about them, as one JSON document. It may name others, too.",
            mixinStandardHelpOptions = true)
    int report(
            @Parameters(paramLabel = "ID", description = "what the product calls them") String id,
            @Option(names = "--browser", description = "ID is that of a browser before its log-in") boolean browser,
            @Option(
                            names = "--log",
                            description = "also the facts of the log that name them; it is read from its beginning")
                    boolean log) {
        Session session = session();
        String path = path(id) + "/report" + kind(browser) + "&log=" + log;
        JsonNode page = session.get(Service.USAGE_INGEST, path).orRefused(Service.USAGE_INGEST);
        ObjectNode whole = page.deepCopy();
        ArrayNode items = whole.withArray("items");
        while (page.hasNonNull("next")) {
            String cursor = "&cursor=" + Url.part(page.path("next").asText());
            page = session.get(Service.USAGE_INGEST, path + cursor).orRefused(Service.USAGE_INGEST);
            page.path("items").forEach(items::add);
        }
        whole.remove("next");
        Terminal.of(spec)
                .printable(whole.toPrettyString().lines().map(Shown::escaped).toList());
        return 0;
    }

    @Command(
            name = "erase",
            description = "Forget them, for good; prints what became of each place. Again, it prints the same receipt.",
            mixinStandardHelpOptions = true)
    int erase(
            @Parameters(paramLabel = "ID", description = "what the product calls them") String id,
            @Option(names = "--browser", description = "ID is that of a browser before its log-in") boolean browser,
            @Option(
                            names = {"-y", "--yes"},
                            description = "yes, forget them: nothing brings them back")
                    boolean yes) {
        if (!yes) {
            throw new Refused("nothing is erased; read ./playcaller person report %s, then say --yes".formatted(id));
        }
        Terminal.of(spec)
                .printable(ReceiptLines.of(session()
                        .delete(Service.USAGE_INGEST, path(id) + kind(browser))
                        .orRefused(Service.USAGE_INGEST)));
        return 0;
    }

    @Command(
            name = "receipt",
            description = "What became of each place when somebody was erased.",
            mixinStandardHelpOptions = true)
    int receipt(@Parameters(paramLabel = "ID", description = "of the erasure") String id) {
        Terminal.of(spec)
                .printable(ReceiptLines.of(session()
                        .get(Service.USAGE_INGEST, "/v1/erasures/" + Url.part(id))
                        .orRefused(Service.USAGE_INGEST)));
        return 0;
    }

    private static String path(String id) {
        return "/v1/people/" + Url.part(id);
    }

    private static String kind(boolean browser) {
        return "?kind=" + (browser ? "anonymous" : "user");
    }

    private Session session() {
        return Session.open(Installation.running(home), new Http());
    }
}
