package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's first hour: start, advance the clock, bring history in, release one task of it, play the demo, stop. */
class CommandIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String DETRACTOR = "north sen.nps_detractor";
    private static final Set<String> RENEWALS =
            Set.of("north fc.renewal_due", "south fc.renewal_due", "west fc.renewal_due");

    /** In the tier of that account nobody has a task for it, but its people get a message. */
    private static final String MESSAGED = "south usage.breadth_low";

    private static final String OUTAGE = "south sup.severe_open";

    private static final String SILENT = "dq.source_silent";

    /** Of 240: all personas, the same accounts; {@code DemoTruthTest} has the whole company. */
    private static final String DEMO_ACCOUNTS = "60";

    @TempDir
    Path directory;

    @Test
    void historyOpensNoTaskUntilSomebodyReleasesItAndChangesNothingTheSecondTime() throws Exception {
        try (Tool tool = new Tool();
                Command command = new Command(directory, tool.environment())) {
            Command.Said up = command.up();
            assertThat(up.exitCode()).as(up.text()).isZero();
            assertThat(command.run("clock", "advance", "2d").text()).contains("2d ahead of real time");

            assertThat(importInto(command).text()).contains("total").doesNotContain("refused of");
            await("triage")
                    .atMost(PATIENCE)
                    .until(() -> triage(command).containsValue(DETRACTOR)
                            && stopped(command).containsValue(OUTAGE));
            await("the renewals that are due")
                    .atMost(PATIENCE)
                    .until(() -> triage(command).values().containsAll(RENEWALS));
            assertThat(triage(command).values())
                    .filteredOn(signal -> !signal.endsWith(" fc.renewal_due"))
                    .allMatch(signal -> signal.startsWith("north ") || signal.equals(MESSAGED));
            assertThat(accountsWithTask(command)).isEmpty();
            assertThat(tool.received()).isZero();

            assertThat(command.run("release", "--top", "1").text()).contains("1 released of");
            await("the released task")
                    .atMost(PATIENCE)
                    .until(() -> accountsWithTask(command).equals(List.of("north")));
            await("its delivery").atMost(PATIENCE).until(() -> tool.received() == 1);
            Map<String, String> left = triage(command);

            assertThat(importInto(command).text()).contains("0 changes.");
            command.send("web", answerOfWest());
            await("what happens afterwards")
                    .atMost(PATIENCE)
                    .until(() -> accountsWithTask(command).contains("west"));
            await("its delivery").atMost(PATIENCE).until(() -> tool.received() > 1);
            assertThat(accountsWithTask(command)).containsExactlyInAnyOrder("north", "west");
            requireNothingTwice(left, triage(command));
            assertThat(tool.received()).isEqualTo(2);

            demoMakesFireWhatItShould(command);
            // It asks each part, and gives it three seconds.
            await("all are ready").atMost(PATIENCE).untilAsserted(() -> {
                Command.Said status = command.run("status");
                assertThat(status.exitCode()).as(status.text()).isZero();
            });
            Command.Said down = command.run("down");
            assertThat(down.exitCode()).as(down.text()).isZero();
            assertThat(down.text()).contains("Stopped. The data stay");
            assertThat(command.processes()).isEmpty();
        }
    }

    /** What waited waits, and nothing of it a second time; of the first import's signals the last may have come meanwhile. */
    private static void requireNothingTwice(Map<String, String> left, Map<String, String> now) {
        assertThat(now).containsAllEntriesOf(left);
        now.keySet().removeAll(left.keySet());
        assertThat(now.values()).doesNotContainAnyElementsOf(left.values());
    }

    /** And nothing else: a false alarm is a difference, as is what did not come. */
    private static void demoMakesFireWhatItShould(Command command) {
        Command.Said played = command.run("demo", "play", "--accounts", DEMO_ACCOUNTS);
        assertThat(played.exitCode()).as(played.text()).isZero();
        await("the source that falls silent")
                .atMost(PATIENCE)
                .until(() -> ofTasks(command, "reason").contains(SILENT));
        await("the truth of the demo").atMost(PATIENCE).untilAsserted(() -> {
            Command.Said verified = command.run("demo", "verify");
            assertThat(verified.exitCode()).as(verified.text()).isZero();
        });
    }

    private static Command.Said importInto(Command command) throws URISyntaxException {
        Path mapping =
                Path.of(CommandIT.class.getResource("/import/mapping.yaml").toURI());
        Command.Said said = command.run(
                "import", mapping.getParent().toString(), "--mapping", mapping.toString(), "--shift-to-now");
        assertThat(said.exitCode()).as(said.text()).isZero();
        return said;
    }

    /** Account and reason of each episode that waits. */
    private static Map<String, String> triage(Command command) {
        return episodes(command, "/v1/triage?limit=100");
    }

    /** Of each that waits for nobody: no play is for it, or none in the tier of its account. */
    private static Map<String, String> stopped(Command command) {
        return episodes(command, "/v1/signals?became=stopped");
    }

    private static Map<String, String> episodes(Command command, String list) {
        Map<String, String> waiting = new HashMap<>();
        for (JsonNode item : command.get("play-router", list).path("items")) {
            waiting.put(
                    item.path("episodeId").asText(),
                    item.path("accountId").asText() + " " + item.path("reason").asText());
        }
        return waiting;
    }

    private static List<String> accountsWithTask(Command command) {
        return ofTasks(command, "accountId");
    }

    /** An entry a task, open or not. */
    private static List<String> ofTasks(Command command, String field) {
        List<String> values = new ArrayList<>();
        for (JsonNode task :
                command.get("play-router", "/v1/tasks?state=all&limit=100").path("items")) {
            values.add(task.path(field).asText());
        }
        return values;
    }

    private static ObjectNode answerOfWest() {
        ObjectNode event = new ObjectMapper().createObjectNode();
        event.put("specversion", "1.0").put("id", "answer-1").put("source", "web");
        event.put("type", "io.playcaller.feedback.survey-answered.v1");
        event.putObject("data")
                .put("accountId", "west")
                .put("survey", "nps")
                .put("score", 2)
                .put("userId", "wim");
        return event;
    }
}
