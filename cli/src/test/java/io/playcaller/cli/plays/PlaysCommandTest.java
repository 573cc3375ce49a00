package io.playcaller.cli.plays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Refused;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaysCommandTest {

    private static final String ANSWER = """
            {"since": "2026-01-02T03:04:05Z", "signals": 12, "truncated": true,
             "inForce": {
               "plays": [{"play": "usage-drop", "runs": 4, "joined": 1, "accounts": {"acme": 3, "bolt": 1}, "accountsInAll": 2, "minutes": 240},
                         {"play": "kickoff", "runs": 0, "joined": 0, "accounts": {}, "accountsInAll": 0, "minutes": 0}],
               "minutesByRoleAndWeek": {"csm": {"2026-01-05": 180, "2026-01-12": 60}},
               "stopped": {"tier": 7}},
             "proposed": {
               "plays": [{"play": "handover-late", "runs": 0, "joined": 0, "followUps": 3, "accounts": {}, "accountsInAll": 0, "minutes": 0},
                         {"play": "usage-drop", "runs": 2, "joined": 0, "accounts": {"bolt": 2}, "accountsInAll": 1, "minutes": 90}],
               "minutesByRoleAndWeek": {"digital-csm": {"2026-01-05": 90}},
               "stopped": {"no-play": 3, "tier": 7}}}""";

    @TempDir
    private Path directory;

    @Test
    void bothSidesStandBesideEachOther() throws IOException {
        assertThat(new SimulatedPlays(json(ANSWER), true).lines())
                .containsExactly(
                        "12 signals since 2026-01-02 03:04, a part of them: there are more",
                        "",
                        "play           runs   joined  follow-ups  hours      accounts  most on",
                        "handover-late  0 → 0  0 → 0   0 → 3       0.0 → 0.0  0 → 0",
                        "usage-drop     4 → 2  1 → 0   0 → 0       4.0 → 1.5  2 → 1     bolt ×2",
                        "",
                        "role         hours      busiest week",
                        "csm          4.0 → 0.0",
                        "digital-csm  0.0 → 1.5  2026-01-05: 1.5",
                        "",
                        "no task because  signals",
                        "no-play          0 → 3",
                        "tier             7 → 7");
    }

    @Test
    void withoutOthersThereIsOneNumber() throws IOException {
        assertThat(new SimulatedPlays(json(ANSWER), false).lines())
                .contains("usage-drop     2     0       0           1.5    1         bolt ×2");
    }

    @Test
    void aFaultIsSaidWithThePathThatOpensIt() throws IOException {
        Files.writeString(directory.resolve("plays.yaml"), "plays: 1\n");
        JsonNode faults = json("""
                [{"file": "plays.yaml", "line": 1, "key": "plays", "message": "must be a list, is `1`", "fix": "write `- …` lines"},
                 {"file": "router/roles.yaml", "line": 0, "key": "", "message": "is empty", "fix": ""}]""");

        assertThat(PlaysCommand.faults(directory, faults))
                .containsExactly(
                        directory + "/plays.yaml:1 plays: must be a list, is `1`; write `- …` lines",
                        "router/roles.yaml: is empty");
    }

    @Test
    void aDirectoryIsSentWithoutWhatNobodyReads() throws IOException {
        Files.writeString(directory.resolve("plays.yaml"), "plays: []\n");
        Files.writeString(directory.resolve("company.ics"), "BEGIN:VCALENDAR\n");
        Files.writeString(directory.resolve(".plays.yaml.swp"), "x");
        Files.writeString(directory.resolve("README.md"), "x");
        Files.createDirectory(directory.resolve("example"));

        assertThat(RuleDirectory.read(directory)).containsOnlyKeys("plays.yaml", "company.ics");
    }

    @Test
    void whatIsNoDirectoryAndWhatHasNothingIsSaid() {
        assertThatThrownBy(() -> RuleDirectory.read(directory.resolve("nowhere")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is no directory");
        assertThatThrownBy(() -> RuleDirectory.read(directory))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("./playcaller packs show NAME --into DIR");
    }

    @Test
    void aYearIsTheLongest() {
        assertThat(PlaysCommand.days("4w")).isEqualTo(28);
        assertThatThrownBy(() -> PlaysCommand.days("400d")).hasMessageContaining("between 1d and 366d, is 400d");
        assertThatThrownBy(() -> PlaysCommand.days("3h")).hasMessageContaining("is 3h");
    }

    private static JsonNode json(String text) throws IOException {
        return WireJson.mapper().readTree(text);
    }
}
