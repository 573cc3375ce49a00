package io.playcaller.cli.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.ListLimit;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.quickstart.Home;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code held}. */
@Command(
        name = "held",
        description = "Events that wait until somebody says which account their person is of.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | show)")
public final class HeldCommand {

    private final Home home;

    @Spec
    private CommandSpec spec;

    public HeldCommand(Home home) {
        this.home = home;
    }

    @Command(
            name = "list",
            description = "Those that wait longest first: whose account they wait for, and until when.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--source", paramLabel = "SOURCE", description = "of one source") @Nullable String source,
            @Mixin ListLimit limit) {
        int most = limit.value();
        Terminal.of(spec).printable(HeldLines.list(doors().held(source, most, null)));
        return 0;
    }

    @Command(
            name = "show",
            description = "An event: why it waits, until when, what is known of its person, and what lets it go.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "ID", description = "of the event") String id,
            @Option(names = "--source", paramLabel = "SOURCE", description = "who sent it") @Nullable String source) {
        IdentityDoors doors = doors();
        List<JsonNode> found = find(doors, id, source);
        if (found.isEmpty()) {
            throw new Refused(
                    "no event %s waits; it flowed, or became a dead letter: ./playcaller letters list".formatted(id));
        }
        for (JsonNode event : found) {
            boolean browser = event.hasNonNull("anonymousId");
            String who = event.path(browser ? "anonymousId" : "userId").asText();
            Terminal.of(spec)
                    .printable(
                            HeldLines.of(event, doors.accountsOf(who, browser).orElse(null)));
        }
        return 0;
    }

    /** Of several sources there may be one each. */
    private static List<JsonNode> find(IdentityDoors doors, String id, @Nullable String source) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = doors.held(source, ListLimit.MOST, cursor);
            page.path("items").forEach(event -> {
                if (event.path("id").asText().equals(id)) {
                    found.add(event);
                }
            });
            cursor = page.hasNonNull("next") ? page.path("next").asText() : null;
        } while (cursor != null);
        return found;
    }

    private IdentityDoors doors() {
        return IdentityDoors.of(Installation.running(home));
    }
}
