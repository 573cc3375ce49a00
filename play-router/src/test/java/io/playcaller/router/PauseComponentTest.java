package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class PauseComponentTest {

    private RouterWorld world;

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aPausedTaskGoesOnByItselfAtItsLimit() {
        // Given
        world.keepTheDay();
        String taskId = task("pause-1");
        String today = RouterWorld.task(taskId).get("createdAt").asText().substring(0, 10);

        // When
        Response paused =
                as("ana", taskId, "pause", "{\"because\": \"customer-freeze\", \"until\": \"" + today + "\"}");

        // Then
        JsonNode stands = RouterWorld.json(paused);
        assertThat(paused.statusCode()).isEqualTo(200);
        assertThat(stands.at("/paused/because").asText()).isEqualTo("customer-freeze");
        assertThat(stands.at("/due/firstTouch").isMissingNode()).isTrue();
        assertThat(stands.at("/due/accept").isMissingNode()).isFalse();
        world.topics()
                .readUntilOne(
                        RouterWorld.topic(Topic.TASKS),
                        RouterWorld.SOON,
                        record -> new String(record.value()).contains("pausedUntil")
                                && record.key().equals(taskId));

        // When
        world.advance(Duration.ofHours(25));

        // Then
        JsonNode resumed = RouterWorld.await(
                () -> RouterWorld.task(taskId), seen -> steps(seen).contains("resumed"));
        assertThat(resumed.has("paused")).isFalse();
        assertThat(resumed.at("/due/firstTouch").isMissingNode()).isFalse();
    }

    @Test
    void whoWaitsForSupportWaitsForAsLongAsASevereTicketIsOpen() {
        // Given
        String taskId = task("pause-8");
        Instant opened = Instant.parse("2026-03-02T11:00:00Z");
        HealthChanged calm = Signals.health("pause-8", "adoption", opened, null);
        world.say(Topic.HEALTH_CHANGES, "pause-8", 1, Signals.severe(calm, opened));
        RouterWorld.await(
                () -> world.count(
                        "select count(*) from account where account_id = 'pause-8' and severe_since is not null"),
                severe -> severe == 1);
        JsonNode paused = RouterWorld.json(as("ana", taskId, "pause", "{\"because\": \"waiting-for-support\"}"));
        String first = paused.at("/paused/until").asText();

        // When: looked at again, it is still open
        world.advance(Duration.ofDays(5).plusMinutes(1));

        // Then
        JsonNode waits = RouterWorld.await(
                () -> RouterWorld.task(taskId),
                seen -> !seen.at("/paused/until").asText().equals(first));
        assertThat(waits.has("paused")).isTrue();
        assertThat(steps(waits)).contains("noted").doesNotContain("resumed");

        // When: one that was opened before it is severe, too
        Instant earlier = opened.minus(Duration.ofDays(1));
        world.say(Topic.HEALTH_CHANGES, "pause-8", 2, Signals.severe(calm, earlier));
        RouterWorld.await(
                () -> world.count("select count(*) from account where account_id = 'pause-8' and health_rev = 2"),
                taken -> taken == 1);

        // Then
        assertThat(steps(RouterWorld.task(taskId))).doesNotContain("resumed");

        // When: that one is solved
        world.say(Topic.HEALTH_CHANGES, "pause-8", 3, Signals.severe(calm, opened));

        // Then
        RouterWorld.await(() -> RouterWorld.task(taskId), seen -> steps(seen).contains("resumed"));
    }

    @Test
    void onlyWhoHasItPausesOrSnoozesItAndOnlyWhoHasItIsToldThatTheyDo() {
        // Given
        String taskId = task("pause-2");
        as("ana", taskId, "acknowledge", "{}");

        // Then
        assertThat(problem(as("ben", taskId, "acknowledge", "{}"))).isEqualTo("accepted-by-another");
        assertThat(problem(as("ben", taskId, "pause", "{\"because\": \"waiting-for-customer\"}")))
                .isEqualTo("not-yours");
        assertThat(problem(as("ana", taskId, "pause", "{\"because\": \"legal\"}")))
                .isEqualTo("pause-not-here");
        assertThat(RouterWorld.as("lea", "lead")
                        .body("{\"because\": \"waiting-for-customer\"}")
                        .post("/v1/tasks/" + taskId + "/pause")
                        .statusCode())
                .isEqualTo(200);
        assertThat(as("ana", taskId, "resume", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void aBulkPausesWhatIsTheirsAndSaysWhyNotOfTheRest() {
        String anas = task("pause-6");
        String bens = task("pause-7");
        Response given = RouterWorld.as("lea", "lead")
                .body("{\"to\": \"ben\", \"note\": \"He knows them.\"}")
                .post("/v1/tasks/" + bens + "/reassign");
        assertThat(RouterWorld.json(given).at("/assignee/staffId").asText()).isEqualTo("ben");

        JsonNode answer = RouterWorld.json(
                RouterWorld.as("ana", "csm").body("""
                        {"act": "pause", "because": "waiting-for-support", "taskIds": ["%s", "%s"]}""".formatted(anas, bens)).post("/v1/tasks/bulk"));

        assertThat(answer.at("/items/0/became").asText()).isEqualTo("done");
        assertThat(RouterWorld.task(anas).at("/paused/because").asText()).isEqualTo("waiting-for-support");
        assertThat(answer.at("/items/1/problem/type").asText()).isEqualTo("urn:playcaller:problem:not-yours");
        assertThat(RouterWorld.task(bens).has("paused")).isFalse();
    }

    @Test
    void inBulkNothingIsTakenFromAColleague() {
        String taskId = task("pause-3");

        JsonNode answer = RouterWorld.json(RouterWorld.as("ben", "csm")
                .body("{\"act\": \"acknowledge\", \"taskIds\": [\"" + taskId + "\"]}")
                .post("/v1/tasks/bulk"));

        assertThat(answer.at("/items/0/problem/type").asText()).isEqualTo("urn:playcaller:problem:of-another");
        assertThat(RouterWorld.task(taskId).at("/assignee/staffId").asText()).isEqualTo("ana");
    }

    @Test
    void aTaskThatCannotBeReadHoldsNobodyUp() {
        // Given
        String taskId = task("pause-4");
        world.execute("update task set body = '{}' where task_id = '" + taskId + "'");

        // When
        world.say(Signals.of("pause-4").build());
        world.say(Signals.of("pause-5").build());

        // Then
        world.awaitTask("pause-5");
        world.topics()
                .readUntilOne(
                        RouterWorld.topic(Topic.DEAD_LETTERS),
                        RouterWorld.SOON,
                        letter -> new String(letter.value()).contains("task " + taskId + " cannot be read"));
        assertThat(problem(as("ana", taskId, "acknowledge", "{}"))).isEqualTo("task.unreadable");
        assertThat(world.count(
                        "select count(*) from task where quarantined is not null and task_id = '" + taskId + "'"))
                .isEqualTo(1);
        assertThat(RouterWorld.tasks("pause-4")).isEmpty();
        world.execute("update task set open = false where task_id = '" + taskId + "'");
        world.execute("delete from timer where task_id = '" + taskId + "'");
    }

    private String task(String account) {
        world.say(Signals.of(account).owner("csm", "ana").build());
        return world.awaitTask(account).get("taskId").asText();
    }

    private static Response as(String person, String taskId, String act, String body) {
        return RouterWorld.as(person, "csm").body(body).post("/v1/tasks/" + taskId + "/" + act);
    }

    private static String problem(Response answer) {
        return RouterWorld.json(answer).get("type").asText().replace("urn:playcaller:problem:", "");
    }

    private static List<String> steps(JsonNode task) {
        return StreamSupport.stream(task.get("log").spliterator(), false)
                .map(line -> line.get("transition").asText())
                .toList();
    }
}
