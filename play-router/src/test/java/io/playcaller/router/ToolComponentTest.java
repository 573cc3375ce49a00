package io.playcaller.router;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.router.delivery.CallbackSecret;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks in tools that keep tasks: the same here and there, whatever goes wrong on the way. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(ToolSettings.class)
class ToolComponentTest {

    private RouterWorld world;

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** The first answers of both tools are lost, refused for now, or missing: one message may meet several of them. */
    @Test
    void afterAStormTheToolsHaveWhatTheLedgerHasAndNothingTwice() {
        // Given
        storm("test.jira", "LOST BUSY DOWN LOST");
        storm("test.salesforce", "NONE LOST DOWN BUSY LOST");

        // When
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            world.say(Signals.of("storm-" + i).owner("csm", "ana").build());
            tasks.add(world.awaitTask("storm-" + i).get("taskId").asText());
        }

        // Then
        awaitAllSent(tasks);
        assertThat(tasks).allSatisfy(taskId -> {
            assertThat(issuesOf(taskId)).hasSize(1);
            assertThat(tasksOf(taskId)).hasSize(1);
        });
        assertThat(issuesOf(tasks.get(0)).get(0).at("/fields/assignee/id").asText())
                .isEqualTo(ToolSettings.ANA);
    }

    /**
     * The ladder and the breaker go by the machine's clock, so the hour is the ledger's: when the tool is back, all that waits is due.
     * What an hour does to them is in {@code JiraStormTest} and {@code SalesforceStormTest}.
     */
    @Test
    void aToolThatWasAwayIsLeftAloneAndGetsAllThatWaitedOnce() {
        // Given
        isDown("test.jira", true);
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            world.say(Signals.of("hour-" + i).owner("csm", "ana").build());
            tasks.add(world.awaitTask("hour-" + i).get("taskId").asText());
        }
        RouterWorld.await(() -> connector("jira").get("breaker").asText(), breaker -> !breaker.equals("closed"));
        assertThat(tasks).allSatisfy(taskId -> assertThat(issuesOf(taskId)).isEmpty());

        // When
        isDown("test.jira", false);

        // Then
        awaitAllSent(tasks);
        assertThat(tasks).allSatisfy(taskId -> assertThat(issuesOf(taskId)).hasSize(1));
        assertThat(connector("jira").get("breaker").asText()).isEqualTo("closed");
    }

    @Test
    void whatIsDoneInTheToolIsDoneHereByTheSamePerson() {
        // Given
        String taskId = told("back-1");
        String issue = issuesOf(taskId).get(0).get("id").asText();

        // When: it is said twice, under whatever name the second time
        String body = issueMoved(issue, "done");
        assertThat(outcome(callback("jira", "e-back-1", body))).isEqualTo("done");
        assertThat(outcome(callback("jira", "e-back-1-again", body))).isEqualTo("unchanged");

        // Then
        JsonNode task = RouterWorld.task(taskId);
        assertThat(task.get("state").asText()).isEqualTo("completed");
        assertThat(last(task.get("log")).get("actor").asText()).isEqualTo("ana");
        RouterWorld.await(
                () -> tasksOf(taskId), found -> found.get(0).get("IsClosed").asBoolean());
    }

    @Test
    void whoGetsItInTheToolHasItHere() {
        // Given
        String taskId = told("back-2");
        String issue = issuesOf(taskId).get(0).get("id").asText();

        // When
        callback("jira", "e-back-2", """
                {"webhookEvent": "jira:issue_updated", "user": {"accountId": "u-ana", "displayName": "Ana Lima"},
                 "issue": {"id": "%s", "fields": {"assignee": {"accountId": "%s", "displayName": "Ben Berg"}}},
                 "changelog": {"items": [{"field": "assignee"}]}}""".formatted(issue, ToolSettings.BEN));

        // Then: also where it had not been said
        assertThat(RouterWorld.task(taskId).at("/assignee/staffId").asText()).isEqualTo("ben");
        RouterWorld.await(
                () -> tasksOf(taskId),
                found -> found.get(0).path("OwnerId").asText().equals("005B"));
    }

    @Test
    void whatAToolHasHeardLaterNewsOfIsNotSentToItAgain() {
        // Given
        String taskId = told("again-1");
        heardOnlyLaterNews(taskId);

        // When
        JsonNode answer = replayOfCreated(taskId);

        // Then
        assertThat(answer.get("again").asInt()).isZero();
        assertThat(answer.get("overtaken").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsOnItsWayIsNotFollowedByOlderNews() {
        // Given
        String taskId = told("again-2");
        heardOnlyLaterNews(taskId);
        world.execute("""
                update delivery set state = 'pending', sent_at = null, next_attempt_at = clock_timestamp() + interval '1 minute'
                where connector = 'jira' and purpose <> 'created' and task_id = '%s'""".formatted(taskId));

        // When
        JsonNode answer = replayOfCreated(taskId);

        // Then
        assertThat(answer.get("again").asInt()).isZero();
        assertThat(answer.get("overtaken").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNotSignedIsNotBelieved() {
        Response answer = given().header("X-Hub-Signature", "sha256=00")
                .contentType("application/json")
                .body(issueMoved("10001", "done"))
                .post("/v1/callbacks/jira");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void theToolsSayHowTheyStandAndNoSecret() {
        told("stand-1");

        Response answer = RouterWorld.get("/v1/connectors");

        assertThat(answer.asString()).doesNotContain("secret", "token");
        JsonNode jira = connector("jira");
        assertThat(jira.get("state").asText()).isEqualTo("running");
        assertThat(jira.at("/limits/perSecond").asInt()).isEqualTo(5);
        assertThat(jira.get("tasks").asInt()).isPositive();
    }

    /** Whose task both tools have. */
    private String told(String account) {
        world.say(Signals.of(account).owner("csm", "ana").build());
        String taskId = world.awaitTask(account).get("taskId").asText();
        awaitAllSent(List.of(taskId));
        assertThat(issuesOf(taskId)).hasSize(1);
        assertThat(tasksOf(taskId)).hasSize(1);
        return taskId;
    }

    private void awaitAllSent(List<String> tasks) {
        RouterWorld.await(
                () -> {
                    world.nothingWaitsForTheLadder();
                    return tasks.stream()
                            .filter(taskId -> unsent(taskId).isEmpty())
                            .count();
                },
                sent -> sent == tasks.size());
    }

    /** Jira has heard that it was accepted, and not that it was created. */
    private void heardOnlyLaterNews(String taskId) {
        RouterWorld.as("ana@example.com", "csm").post("/v1/tasks/" + taskId + "/acknowledge");
        RouterWorld.await(
                () -> world.count(
                        "select count(*) from delivery where connector = 'jira' and state = 'sent' and task_id = '"
                                + taskId + "'"),
                sent -> sent >= 2);
        world.execute(
                "update delivery set state = 'failed' where connector = 'jira' and purpose = 'created' and task_id = '"
                        + taskId + "'");
    }

    private static JsonNode replayOfCreated(String taskId) {
        String failed = RouterWorld.json(RouterWorld.get("/v1/deliveries?state=failed&connector=jira&task=" + taskId))
                .at("/items/0/deliveryId")
                .asText();
        return RouterWorld.json(RouterWorld.as("ops@example.com", "ops")
                .body("{\"delivery\": \"" + failed + "\"}")
                .post("/v1/connectors/jira/replay"));
    }

    private static JsonNode unsent(String taskId) {
        return RouterWorld.json(RouterWorld.get("/v1/deliveries?state=pending&task=" + taskId))
                .get("items");
    }

    private static List<JsonNode> issuesOf(String taskId) {
        return kept("test.jira", taskId);
    }

    private static List<JsonNode> tasksOf(String taskId) {
        return kept("test.salesforce", taskId);
    }

    private static List<JsonNode> kept(String tool, String taskId) {
        JsonNode all = RouterWorld.json(given().get(address(tool) + "/kept"));
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.toString().contains(taskId))
                .toList();
    }

    private static void storm(String tool, String faults) {
        given().body(faults).put(address(tool) + "/faults");
    }

    private static void isDown(String tool, boolean now) {
        given().put(address(tool) + (now ? "/down" : "/up")).then().statusCode(204);
    }

    private static JsonNode connector(String name) {
        JsonNode all = RouterWorld.json(RouterWorld.get("/v1/connectors")).get("items");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String address(String tool) {
        return ConfigProvider.getConfig().getValue(tool, String.class);
    }

    private static Response callback(String tool, String event, String body) {
        return given().header(
                        "X-Hub-Signature",
                        CallbackSecret.of(ToolSettings.SECRET).sign(body.getBytes(StandardCharsets.UTF_8)))
                .header("X-Atlassian-Webhook-Identifier", event)
                .contentType("application/json")
                .body(body)
                .post("/v1/callbacks/" + tool);
    }

    private static String outcome(Response answer) {
        return RouterWorld.json(answer).at("/items/0/outcome").asText();
    }

    private static String issueMoved(String issue, String category) {
        return """
                {"webhookEvent": "jira:issue_updated", "user": {"accountId": "u-ana", "displayName": "Ana Lima"},
                 "issue": {"id": "%s", "fields": {"status": {"statusCategory": {"key": "%s"}}}},
                 "changelog": {"items": [{"field": "status"}]}}""".formatted(issue, category);
    }

    private static JsonNode last(JsonNode lines) {
        return lines.get(lines.size() - 1);
    }
}
