package io.playcaller.cli.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Terminal;
import io.playcaller.contracts.WireJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RebuildLinesTest {

    private static final String RUNNING = """
            {"state": "running", "author": "olga", "reason": "before the audit", "startedAt": "2026-03-02T09:00:30Z",
             "report": {"phase": "folds", "partitions": [
               {"partition": 0, "begin": 0, "offset": 500, "until": 500, "logCut": false, "recordsPerSecond": 250,
                "secondsLeft": 0},
               {"partition": 1, "begin": 100, "offset": 400, "until": 2400, "logCut": true, "recordsPerSecond": 100,
                "secondsLeft": 20}]}}""";

    private static final String COMPARED = """
            {"state": "compared", "author": "olga", "reason": "before the audit", "startedAt": "2026-03-02T09:00:30Z",
             "endedAt": "2026-03-02T09:05:00Z",
             "report": {"phase": "compares", "partitions": [],
                        "verdict": {"accounts": 1200, "differences": {"log-cut": 3, "mended": 1}}}}""";

    @Test
    void aRunThatIsUnderWaySaysWhatItDoesAndHowLongThatTakes() throws JsonProcessingException {
        assertThat(RebuildLines.whole(json(RUNNING)))
                .containsExactly(
                        "running, begun by olga on 2026-03-02 09:00 UTC: before the audit",
                        "folds: partition 1, 2,000 of 2,300 records are left, 100 a second, some 20 s",
                        "PARTITION  FOLDED  OF    THE LOG",
                        "0          500     500   whole",
                        "1          300     2300  cut at 100");
    }

    @Test
    void aRunThatEndedSaysWhatItFound() throws JsonProcessingException {
        assertThat(RebuildLines.whole(json(COMPARED)))
                .containsExactly(
                        "compared on 2026-03-02 09:05 UTC, begun by olga on 2026-03-02 09:00 UTC: before the audit",
                        "Of 1,200 accounts these differ; ./playcaller rebuild compare names them:",
                        "         3  log-cut",
                        "         1  mended");
        assertThat(RebuildLines.whole(json(COMPARED.replace("{\"log-cut\": 3, \"mended\": 1}", "{}"))))
                .last()
                .isEqualTo("All of 1,200 accounts are as the log makes them.");
    }

    @Test
    void whatDiffersStandsUnderItsAccount() throws JsonProcessingException {
        JsonNode page = json("""
                {"items": [{"accountId": "acme", "partition": 0, "reason": "other-facts", "fields": [
                   {"name": "facts", "running": "12", "rebuilt": "13"}, {"name": "name", "rebuilt": "Acme"}]}],
                 "next": "c"}""");

        assertThat(RebuildLines.differences(page))
                .containsExactly(
                        "acme  other-facts",
                        "    facts: stands as 12, the log makes 13",
                        "    name: stands as nothing, the log makes Acme",
                        "1 shown, there are more.");
    }

    @Test
    void whoFollowsIsToldWhatItTurnsToAndHowItEnds() throws JsonProcessingException {
        StringWriter out = new StringWriter();
        Queue<JsonNode> looks = new ArrayDeque<>(List.of(json(RUNNING), json(RUNNING), json(COMPARED)));

        boolean well = new RebuildWatch(looks::remove, new Terminal(new PrintWriter(out), false), () -> {}).toTheEnd();

        assertThat(well).isTrue();
        assertThat(out.toString().lines())
                .startsWith("  folds", RebuildLines.whole(json(COMPARED)).get(0));
    }

    @Test
    void aRunThatWasRefusedSaysWhyAndIsNoSuccess() throws JsonProcessingException {
        JsonNode refused = json("""
                {"state": "refused", "author": "olga", "reason": "audit", "startedAt": "2026-03-02T09:00:30Z",
                 "endedAt": "2026-03-02T09:05:00Z",
                 "report": {"phase": "compares", "partitions": [], "why": "accounts differ, and not accepted is: [log-cut]"}}""");
        StringWriter out = new StringWriter();

        boolean well = new RebuildWatch(() -> refused, new Terminal(new PrintWriter(out), false), () -> {}).toTheEnd();

        assertThat(well).isFalse();
        assertThat(out.toString()).contains("accounts differ, and not accepted is: [log-cut]");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return WireJson.mapper().readTree(text);
    }
}
