package io.playcaller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code evaluate health} needs files and nothing that runs. */
class EvaluateTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path events;
    private Path labels;

    @BeforeEach
    void write() throws IOException {
        events = Files.writeString(folder.resolve("events.csv"), """
                account_id,ts,type,value
                busy,2026-01-05,usage.report,1
                busy,2026-03-30,usage.report,1
                gone,2026-01-05,usage.report,1
                """);
        labels = Files.writeString(folder.resolve("labels.csv"), """
                account_id,as_of,y
                busy,2026-03-31,0
                gone,2026-03-31,1
                """);
    }

    @Test
    void figuresGoToPeopleAndToAFile() throws IOException {
        Path json = folder.resolve("figures.json");

        assertThat(run("--check", "--json", json.toString())).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("replayed 4 of 4 lives")
                .contains("2 units of 2 accounts")
                .contains("2 scores computed twice");
        JsonNode figures = WireJson.mapper().readTree(json.toFile());
        assertThat(figures.path("units").asInt()).isEqualTo(2);
        assertThat(figures.path("rankings").path(0).path("by").asText()).isEqualTo("score");
        assertThat(figures.path("rankings").path(0).path("auc").asDouble()).isEqualTo(1);
    }

    @Test
    void aFaultyRowIsRefusedWithFileLineAndColumn() throws IOException {
        Files.writeString(events, Files.readString(events) + "busy,tomorrow,usage.report,1\n");

        assertThat(run()).isEqualTo(1);

        assertThat(err.toString()).contains(events + ":5 ts: `tomorrow`").doesNotContain("\tat ");
    }

    @Test
    void tooFewDrawsAreWrongUsage() {
        assertThat(run("--draws", "3")).isEqualTo(2);
    }

    private int run(String... more) {
        CommandLine line = Playcaller.commandLine(new Home(folder));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] arguments = new String[6 + more.length];
        System.arraycopy(
                new String[] {"evaluate", "health", "--events", events.toString(), "--labels", labels.toString()},
                0,
                arguments,
                0,
                6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return line.execute(arguments);
    }
}
