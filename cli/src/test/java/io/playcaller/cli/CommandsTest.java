package io.playcaller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Phase;
import io.playcaller.quickstart.RunState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

    /** A process id that no system gives. */
    private static final long NOBODY = Integer.MAX_VALUE;

    @TempDir
    Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Playcaller.commandLine(new Home(root));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains(commands());
    }

    @Test
    void theReadmeNamesEveryCommand() throws Exception {
        assertThat(Files.readString(Path.of("README.md")))
                .contains(commands().stream().map(command -> "`" + command).toList());
    }

    private Set<String> commands() {
        return Playcaller.commandLine(new Home(root)).getSubcommands().keySet();
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertThat(run("start")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "release --top 3",
                "offboard ana",
                "offboard ana --reason leaves --apply",
                "letters list",
                "letters show l1",
                "letters replay l1",
                "letters replay --reason account.unknown",
                "letters fix l1 --attribute type=track",
                "clock advance 3d",
                "clock show",
                "tail --source web --refused",
                "demo verify",
                "demo play",
                "person report u1",
                "person erase u1 --yes",
                "person receipt e1",
                "held list --source web",
                "held show e1",
                "merges list acme",
                "merges preview acme --into globex",
                "merges make acme --into globex --reason bought",
                "merges undo acme",
                "domains list --account acme",
                "domains claim acme.example --account acme --from 2026-01-01",
                "domains end acme.example",
                "rebuild start --reason audit",
                "rebuild status",
                "rebuild compare --only log-cut",
                "rebuild switch --reason audit --accept log-cut,mended",
                "rebuild abandon",
                "keys list",
                "keys rotate k1",
                "plays validate .",
                "plays simulate --since 30d"
            })
    void whatNeedsARunningInstallationSaysHowToStartOne(String command) {
        assertThat(run(command.split(" "))).isEqualTo(1);
        assertThat(err.toString()).contains("nothing is running here; start it with ./playcaller up --detach");
    }

    @ParameterizedTest
    @ValueSource(strings = {"29", "241"})
    void ofTheDemoCompanyThereAreThirtyAccountsAtLeastAndAllAtMost(String accounts) {
        assertThat(run("demo", "play", "--accounts", accounts)).isEqualTo(2);
        assertThat(err.toString()).contains("--accounts must be from 30 to 240");
    }

    @Test
    void statusBeforeTheFirstStartSaysSo() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(err.toString()).contains("never started here");
    }

    @Test
    void statusAfterAKillSaysWhatPutsThingsInOrder() {
        leaveBehind(Phase.READY, null);

        assertThat(run("status")).isEqualTo(1);
        assertThat(err.toString())
                .contains("the supervisor (process %d) was killed; ./playcaller down ends what it left"
                        .formatted(NOBODY));
    }

    @Test
    void statusAfterAFailureSaysWhyItCouldNotGoOn() {
        leaveBehind(Phase.FAILED, "kafka ended with exit code 1; see ./playcaller logs kafka");

        assertThat(run("status")).isEqualTo(1);
        assertThat(err.toString())
                .contains("it could not go on; start it with ./playcaller up --detach")
                .contains("kafka ended with exit code 1; see ./playcaller logs kafka");
    }

    /** A run whose supervisor is no more. */
    private void leaveBehind(Phase phase, @Nullable String failure) {
        Home home = new Home(root);
        home.create();
        RunState state = new RunState(NOBODY, phase, Instant.parse("2026-03-01T09:00:00Z"), List.of(), failure);
        try {
            Files.write(home.runState(), WireJson.write(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void downWithoutAnythingRunningIsRefused() {
        assertThat(run("down")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing is running here");
    }

    @Test
    void upWithoutABuildSaysWhatToBuildAndStartsNothing() {
        assertThat(run("up")).isEqualTo(1);
        assertThat(err.toString()).contains("cannot start:").contains("console is not built");
    }

    @Test
    void aSpanThatIsNoneShowsHowToWriteOne() {
        assertThat(run("clock", "advance", "tomorrow")).isEqualTo(1);
        assertThat(err.toString()).contains("tomorrow is no length of time; write 90s, 30m, 4h, 3d, 2w or 1d12h");
    }

    @Test
    void logsOfAnUnknownPartNamesTheKnownOnes() {
        assertThat(run("logs", "router")).isEqualTo(1);
        assertThat(err.toString())
                .contains("no part is called router; there are console, usage-ingest")
                .contains("kafka, postgres, redis, quickstart");
    }

    @Test
    void logsBeforeTheFirstStartSaysSo() {
        assertThat(run("logs")).isEqualTo(1);
        assertThat(err.toString()).contains("there are no logs yet; start it with ./playcaller up --detach");
    }

    @Test
    void logsShowsTheEndOfEachPart() throws Exception {
        Home home = new Home(root);
        for (String part : List.of("console", "postgres", "quickstart")) {
            Files.createDirectories(home.log(part).getParent());
            Files.writeString(home.log(part), "first\n%s says something\n".formatted(part));
        }

        assertThat(run("logs", "-n", "1")).isZero();

        assertThat(out.toString())
                .contains("console          | console says something")
                .contains("postgres         | postgres says something")
                .contains("quickstart       | quickstart says something")
                .doesNotContain("first");
    }

    @Test
    void resetAsksBeforeItDeletes() {
        leaveBehind(Phase.STOPPED, null);

        assertThat(run("reset")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing deleted; say yes, or use --yes");
        assertThat(root.resolve(".playcaller")).exists();

        assertThat(run("reset", "--yes")).isZero();
        assertThat(root.resolve(".playcaller")).doesNotExist();
    }

    @Test
    void releaseNeedsASensibleNumber() {
        assertThat(run("release", "--top", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("--top must be between 1 and 500, is 0");
        assertThat(run("release")).isEqualTo(2);
    }

    @Test
    void lettersAreNamedByIdOrByFilter() {
        assertThat(run("letters")).isEqualTo(2);
        assertThat(run("letters", "replay")).isEqualTo(1);
        assertThat(run("letters", "replay", "l1", "--reason", "account.unknown"))
                .isEqualTo(1);
        assertThat(run("letters", "fix", "l1")).isEqualTo(1);
        assertThat(run("letters", "list", "--limit", "0")).isEqualTo(1);
        assertThat(err.toString())
                .contains("name letters by their ids, or by a filter")
                .contains("say what to put right")
                .contains("--limit must be between 1 and 500");
    }

    @Test
    void aMergeSaysIntoWhatAndWhyAndAClaimForWhom() {
        assertThat(run("merges", "make", "acme", "--into", "globex")).isEqualTo(2);
        assertThat(run("merges", "preview", "acme")).isEqualTo(2);
        assertThat(run("domains", "claim", "acme.example")).isEqualTo(2);
        assertThat(run("domains", "end", "acme.example", "--on", "tomorrow")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Missing required option: '--reason=TEXT'")
                .contains("Missing required option: '--into=ACCOUNT'")
                .contains("Missing required option: '--account=ACCOUNT'")
                .contains("--on");
        assertThat(run("held", "list", "--limit", "0")).isEqualTo(1);
        assertThat(run("domains", "list", "--limit", "501")).isEqualTo(1);
        assertThat(err.toString())
                .contains("--limit must be between 1 and 500, is 0")
                .contains("is 501");
    }

    @Test
    void nobodyIsErasedUnasked() {
        assertThat(run("person", "erase", "u1")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing is erased; read ./playcaller person report u1, then say --yes");
    }

    @Test
    void resetWithoutDataHasNothingToDelete() {
        assertThat(run("reset", "--yes")).isZero();
        assertThat(out.toString()).contains("Nothing to delete");
    }

    @Test
    void packsNeedNothingThatRuns() throws Exception {
        Path pack = Files.createDirectories(root.resolve("deploy/packs/early"));
        Files.writeString(pack.resolve("README.md"), "# Early: a few generalists\n\nWords.\n");
        Files.writeString(pack.resolve("plays.yaml"), "from: shipped\n");

        assertThat(run("packs")).isZero();
        assertThat(out.toString()).contains("early  Early: a few generalists");
        assertThat(run("packs", "show", "early")).isZero();
        assertThat(out.toString()).contains("Words.").contains("from: shipped");
        assertThat(run("packs", "show", "early", "--into", root.resolve("rules").toString()))
                .isZero();
        assertThat(root.resolve("rules/plays.yaml")).hasContent("from: shipped");
        assertThat(run("packs", "show", "late")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no pack late; there are early");
    }

    @Test
    void anUnknownMappingNamesTheShippedOnes() {
        assertThat(run("import", root.toString(), "--mapping", "nothing.yaml")).isEqualTo(1);
        assertThat(err.toString())
                .contains("there is no mapping nothing.yaml; name a file, or a shipped one: ravenstack");
    }
}
