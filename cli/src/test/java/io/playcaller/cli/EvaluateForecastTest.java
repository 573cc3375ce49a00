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

/** {@code evaluate forecast} needs a file and nothing that runs. */
class EvaluateForecastTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path contracts;

    @BeforeEach
    void write() throws IOException {
        StringBuilder text = new StringBuilder("id,outcome,late\n");
        for (int i = 0; i < 100; i++) {
            text.append("c%d,%s,%d%n".formatted(i, i % 10 < 3 ? "lost" : "renewed", i % 10 < 4 ? 1 : 0));
        }
        contracts = Files.writeString(folder.resolve("contracts.csv"), text.toString());
    }

    @Test
    void figuresGoToPeopleAndToAFile() throws IOException {
        Path json = folder.resolve("figures.json");

        assertThat(run("--contracts", contracts.toString(), "--json", json.toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("100 contracts of 100 accounts; 5 folds with seed 42")
                .contains("100 judged; 30 of them lost (30.0 %)");
        JsonNode figures = WireJson.mapper().readTree(json.toFile());
        assertThat(figures.path("models").path(0).path("figures").path("auc").asDouble())
                .isGreaterThan(0.8);
    }

    @Test
    void aPeerThatIsAbsentIsSkippedLoudly() {
        assertThat(run("--contracts", contracts.toString(), "--peer", "no-such-python"))
                .isZero();

        assertThat(out.toString()).contains("SKIPPED: the peer.").contains("python3-sklearn");
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() throws IOException {
        Files.writeString(contracts, "id,outcome\nc1,renewed\nc1,gone\n");

        assertThat(run("--contracts", contracts.toString())).isNotZero();

        assertThat(err.toString())
                .contains("contracts.csv:3 id: c1 is there twice")
                .contains("contracts.csv:3 outcome: is gone");
    }

    @Test
    void generatedCompaniesAreOfTwoKindsAndEachIsToldWhenItIsDone() throws IOException {
        Path json = folder.resolve("figures.json");

        assertThat(run("--generated", "1", "--json", json.toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains(
                        "9,600 renewals of 1 generated companies were forecast; the truth has the form of what is learnt")
                .contains("the truth has a form that the model does not have");
        assertThat(err.toString()).contains("forecast 1 of 1 companies");
        JsonNode figures = WireJson.mapper().readTree(json.toFile());
        assertThat(figures.size()).isEqualTo(2);
        assertThat(figures.path(0).path("world").asText()).isEqualTo("AS_LEARNT");
    }

    @Test
    void oneOfFileAndGeneratedIsAsked() {
        assertThat(run()).isNotZero();
        assertThat(run("--contracts", contracts.toString(), "--folds", "1")).isNotZero();
        assertThat(err.toString()).contains("--folds must be from 2 to 50");
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "evaluate";
        arguments[1] = "forecast";
        System.arraycopy(options, 0, arguments, 2, options.length);
        CommandLine line = Playcaller.commandLine(new Home(folder));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
