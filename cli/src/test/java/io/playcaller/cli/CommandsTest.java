package io.playcaller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.quickstart.Home;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

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
        assertThat(out.toString())
                .contains(
                        "up ", "down", "status", "logs", "reset", "clock", "demo", "import", "release", "token",
                        "keys");
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
                "clock advance 3d",
                "clock show",
                "demo verify",
                "demo play",
                "keys list",
                "keys rotate k1"
            })
    void whatNeedsARunningInstallationSaysHowToStartOne(String command) {
        assertThat(run(command.split(" "))).isEqualTo(1);
        assertThat(err.toString()).contains("nothing is running here; start it with ./playcaller up --detach");
    }

    @Test
    void statusBeforeTheFirstStartSaysSo() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(err.toString()).contains("never started here");
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
        assertThat(err.toString()).contains("no part is called router; there are console, usage-ingest");
    }

    @Test
    void releaseNeedsASensibleNumber() {
        assertThat(run("release", "--top", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("--top must be between 1 and 500, is 0");
        assertThat(run("release")).isEqualTo(2);
    }

    @Test
    void resetWithoutDataHasNothingToDelete() {
        assertThat(run("reset", "--yes")).isZero();
        assertThat(out.toString()).contains("Nothing to delete");
    }

    @Test
    void anUnknownMappingNamesTheShippedOnes() {
        assertThat(run("import", root.toString(), "--mapping", "nothing.yaml")).isEqualTo(1);
        assertThat(err.toString())
                .contains("there is no mapping nothing.yaml; name a file, or a shipped one: ravenstack");
    }
}
