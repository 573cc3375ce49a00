package io.playcaller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.lab.simulate.Candidate;
import io.playcaller.lab.simulate.LogLine;
import io.playcaller.quickstart.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code simulate} with a saved log needs nothing that runs. */
class SimulateTest {

    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path events;
    private Path cards;

    @BeforeEach
    void write() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(line("t-1", null, T0, tick(T0)));
        lines.add(line("e-1", "acme", T0, new SurveyAnswered("acme", SurveyKind.NPS, 9, "ann", null)));
        lines.add(line("t-2", null, T0.plus(Duration.ofDays(1)), tick(T0.plus(Duration.ofDays(1)))));
        events = Files.write(folder.resolve("log.jsonl"), lines);
        cards = folder.resolve("mine.yaml");
        Files.writeString(
                cards,
                Candidate.shipped()
                        .files()
                        .content("scorecards.yaml")
                        .replaceFirst("model: .*", "model: mine")
                        .replaceAll(": 100\\b", ": 60"));
    }

    @Test
    void whatWouldChangeGoesToPeopleAndToAFile() throws IOException {
        Path json = folder.resolve("figures.json");

        assertThat(run("--json", json.toString())).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("candidate  mine ")
                .contains("1 accounts change grade")
                .contains("A→C")
                .contains("no end is known");
        JsonNode figures = WireJson.mapper().readTree(json.toFile());
        assertThat(figures.path("regraded").path(0).path("scoreTo").asLong()).isEqualTo(60_000);
    }

    @Test
    void everyFaultOfTheCandidateIsToldWithItsPlace() throws IOException {
        Files.writeString(cards, "model: mine\nmesures: []\n");

        assertThat(run()).isEqualTo(1);

        assertThat(err.toString()).contains(cards + ":2 mesures").doesNotContain("\tat ");
    }

    @Test
    void withoutAnInstallationAndALogItSaysWhatToStart() {
        assertThat(execute("simulate", cards.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("nothing is running here");
    }

    private static ClockTicked tick(Instant at) {
        return new ClockTicked(at, List.of(new SourceAlive("web", List.of(Feed.values()), at)));
    }

    private static String line(String id, @Nullable String account, Instant at, Record data) {
        Envelope envelope = new Envelope(id, "web", at, account, FactOrigin.LIVE, at, 0);
        String value = new String(WireJson.write(data), StandardCharsets.UTF_8);
        return new LogLine(0, EventCodec.headers(envelope, EventType.of(data)), value).text();
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("simulate", cards.toString(), "--events", events.toString()));
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        CommandLine line = Playcaller.commandLine(new Home(folder));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
