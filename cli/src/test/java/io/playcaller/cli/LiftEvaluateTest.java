package io.playcaller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.evaluate.LiftEvaluateCommand;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code evaluate lift} needs nothing at all. */
class LiftEvaluateTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theTableSaysHowOftenTheTruthWasCovered() throws IOException {
        Path json = folder.resolve("lift.json");

        assertThat(run("--repetitions", "20", "--days", "90", "--json", json.toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("covered always", "false alarm", "renewed", "arr");
        JsonNode figures = WireJson.mapper().readTree(json.toFile());
        assertThat(figures.path("withLift")).hasSize(4);
        assertThat(figures.path("withNoneFromEnd")).hasSize(1);
        assertThat(figures.path("withNoneAcross")).isEmpty();
        assertThat(figures.path("withNone").path(0).path("truth").asDouble()).isZero();
    }

    @Test
    void severalSharesAreToldAndComparedAsOneForTheSakeOfIt() throws IOException {
        Path json = folder.resolve("lift.json");

        assertThat(run("--repetitions", "20", "--days", "90", "--holdout", "0.5,0.1", "--json", json.toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("50% or 10% held out", "compared as one");
        JsonNode figures = WireJson.mapper().readTree(json.toFile());
        assertThat(figures.at("/trial/holdouts")).hasSize(2);
        assertThat(figures.path("withNoneAcross")).hasSize(1);
    }

    @Test
    void whatCannotBeIsWrongUsage() {
        assertThat(run("--holdout", "0.1,1.5")).isEqualTo(2);
        assertThat(run("--holdout", "1.5")).isEqualTo(2);
        assertThat(err.toString()).contains("--holdout must be from 0.01 to 0.99");
        assertThat(run("--repetitions", "0")).isEqualTo(2);
    }

    private int run(String... arguments) {
        return new CommandLine(new LiftEvaluateCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
