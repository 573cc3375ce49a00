package io.playcaller.cli.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Columns;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Terminal;
import io.playcaller.quickstart.Home;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merges}. */
@Command(
        name = "merges",
        description = "Accounts that are others from a day on: what is accepted for them goes there.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | preview | make | undo)")
public final class MergesCommand {

    private final Home home;

    @Spec
    private CommandSpec spec;

    public MergesCommand(Home home) {
        this.home = home;
    }

    @Command(
            name = "list",
            description = "The merges that an account is and was in, the newest first.",
            mixinStandardHelpOptions = true)
    int list(@Parameters(paramLabel = "ACCOUNT") String account) {
        Terminal.of(spec).printable(MergeLines.list(account, doors().merges(account)));
        return 0;
    }

    @Command(
            name = "preview",
            description = "What a merge would do, and why; nothing is stored.",
            mixinStandardHelpOptions = true)
    int preview(
            @Parameters(paramLabel = "ACCOUNT") String account,
            @Option(names = "--into", required = true, paramLabel = "ACCOUNT", description = "the other one")
                    String into) {
        Terminal.of(spec).printable(MergeLines.preview(doors().preview(account, into)));
        return 0;
    }

    @Command(
            name = "make",
            description = "Merge an account into another, from now on. It can be undone.",
            mixinStandardHelpOptions = true)
    int make(
            @Parameters(paramLabel = "ACCOUNT") String account,
            @Option(names = "--into", required = true, paramLabel = "ACCOUNT", description = "the other one")
                    String into,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "of people, for people")
                    String reason) {
        JsonNode merged = doors().merge(account, into, reason);
        Terminal.of(spec)
                .printable(List.of("%s is merged into %s since %s UTC; ./playcaller merges undo %s ends it."
                        .formatted(account, into, minute(merged, "since"), account)));
        return 0;
    }

    @Command(
            name = "undo",
            description = "End the merge of an account. What went to the other one meanwhile stays there.",
            mixinStandardHelpOptions = true)
    int undo(@Parameters(paramLabel = "ACCOUNT") String account) {
        JsonNode undone = doors().undo(account);
        Terminal.of(spec)
                .printable(List.of("%s is itself again since %s UTC; what went to %s meanwhile stays there."
                        .formatted(
                                account,
                                minute(undone, "until"),
                                undone.at("/mergedInto/accountId").asText())));
        return 0;
    }

    private static String minute(JsonNode account, String field) {
        return Columns.minute(account.path("mergedInto").path(field).asText());
    }

    private IdentityDoors doors() {
        return IdentityDoors.of(Installation.running(home));
    }
}
