package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class TaskComponentTest {

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
    void aTaskIsCompletedWithItsAnswerAndItsPlayEnds() {
        // Given
        world.say(Signals.of("task-1").owner("csm", "ana").build());
        String taskId = world.awaitTask("task-1").get("taskId").asText();

        // When
        Response answer = RouterWorld.as("ana@example.com", "csm").body("""
                        {"outcome": "succeeded", "closing": "helped", "touch": "call", "note": "They train on Monday."}""").post("/v1/tasks/" + taskId + "/complete");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode task = RouterWorld.json(answer);
        assertThat(task.get("state").asText()).isEqualTo("completed");
        assertThat(task.at("/log/1/actor").asText()).isEqualTo("ana");
        assertThat(task.at("/log/1/note").asText()).isEqualTo("They train on Monday.");
        world.topics()
                .readUntilOne(
                        RouterWorld.topic(Topic.PLAY_OUTCOMES),
                        RouterWorld.SOON,
                        record -> new String(record.value()).contains("\"task-1\""));
        world.topics()
                .readUntilOne(
                        RouterWorld.topic(Topic.SUPPORT_EVENTS),
                        RouterWorld.SOON,
                        record -> new String(record.value()).contains(taskId)
                                && record.key().equals("task-1"));
        assertThat(world.topics().readAll(RouterWorld.topic(Topic.TASKS)))
                .noneMatch(record -> new String(record.value()).contains("They train on Monday"));
    }

    @Test
    void whatIsWrongInACompletionIsSaidAtOnce() {
        Response answer = RouterWorld.as("ana", "csm")
                .body("{\"outcome\": \"maybe\", \"closing\": \"unsure\"}")
                .post("/v1/tasks/" + UUID.randomUUID() + "/complete");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RouterWorld.json(answer).get("errors")).hasSize(2);
    }

    @Test
    void anEndedTaskCannotBeAcknowledged() {
        // Given
        Signals signal = Signals.of("task-2");
        world.say(signal.build());
        String taskId = world.awaitTask("task-2").get("taskId").asText();
        world.say(signal.transition(2, SignalState.RETRACTED).build());
        RouterWorld.await(
                () -> RouterWorld.task(taskId),
                task -> task.get("state").asText().equals("withdrawn"));

        // When
        Response answer = RouterWorld.as("ana", "csm").post("/v1/tasks/" + taskId + "/acknowledge");

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(RouterWorld.json(answer).get("type").asText()).isEqualTo("urn:playcaller:problem:task-ended");
    }

    @Test
    void aTaskThatDoesNotExistIsNotFound() {
        Response answer = RouterWorld.get("/v1/tasks/" + UUID.randomUUID());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).contains("application/problem+json");
    }

    @Test
    void theRegistersOwnersWinOverAnOlderSnapshot() {
        // Given
        world.say(
                Topic.ACCOUNT_REGISTER,
                "account/task-3",
                4,
                new AccountRecord("task-3", 4, "Register Ltd", null, null, null, null, false, List.of()));
        world.say(
                Topic.ACCOUNT_REGISTER,
                "owners/task-3",
                9,
                new OwnersRecord("task-3", 9, List.of(new Owner("csm", "ben", LocalDate.of(2020, 1, 1), null))));
        RouterWorld.await(
                () -> world.count(
                        "select count(*) from account where account_id = 'task-3' and version = 4 and owners_version = 9"),
                count -> count == 1L);

        // When
        world.say(Signals.of("task-3").owner("csm", "ana").build());

        // Then
        JsonNode task = world.awaitTask("task-3");
        assertThat(task.at("/assignee/staffId").asText()).isEqualTo("ben");
        assertThat(task.get("title").asText()).isEqualTo("Usage drop: Register Ltd");
    }

    @Test
    void anOwnerWhomNobodyKnowsIsPassedOverAndTheReasonSaysSo() {
        // When
        world.say(Signals.of("task-4")
                .reason(Reason.COM_INVOICE_OVERDUE)
                .owner("account-manager", "zoe")
                .build());

        // Then
        JsonNode task = world.awaitTask("task-4");
        assertThat(task.get("why").asText()).contains("owner zoe (account-manager) is not in the directory");
    }

    @Test
    void tasksAreOrderedByValueAndPaged() {
        // Given
        world.say(Signals.of("page-1").value(100_000_00).owner("csm", "eve").build());
        world.say(Signals.of("page-2").value(300_000_00).build());
        world.say(Signals.of("page-3").value(200_000_00).build());
        world.awaitTask("page-1");
        world.awaitTask("page-2");
        world.awaitTask("page-3");

        // When
        JsonNode first = RouterWorld.json(RouterWorld.get("/v1/tasks?limit=1"));
        JsonNode second = RouterWorld.json(
                RouterWorld.get("/v1/tasks?limit=1&cursor=" + first.get("next").asText()));

        // Then
        long one = first.at("/items/0/valueAtRisk/minor").asLong();
        long two = second.at("/items/0/valueAtRisk/minor").asLong();
        assertThat(one).isGreaterThanOrEqualTo(two);
        assertThat(first.at("/items/0/taskId")).isNotEqualTo(second.at("/items/0/taskId"));
        assertThat(RouterWorld.get("/v1/tasks?cursor=nonsense").statusCode()).isEqualTo(400);
        assertThat(RouterWorld.get("/v1/tasks?state=half").statusCode()).isEqualTo(400);
    }

    @Test
    void tasksAreFoundByAccountAndAssignee() {
        // Given
        world.say(Signals.of("find-1").owner("csm", "ana").build());
        world.say(Signals.of("find-2").owner("csm", "ben").build());
        world.awaitTask("find-1");
        world.awaitTask("find-2");

        // Then
        assertThat(accounts(RouterWorld.get("/v1/tasks?account=find-1&assignee=ana")))
                .containsExactly("find-1");
        assertThat(accounts(RouterWorld.get("/v1/tasks?account=find-1&assignee=ben")))
                .isEmpty();
        assertThat(accounts(RouterWorld.as("ben@example.com", "csm").get("/v1/tasks?assignee=me&limit=500")))
                .contains("find-2")
                .doesNotContain("find-1");
    }

    @Test
    void whatItIsAboutStaysToReadWhenItIsOver() {
        // Given
        Signals signal = Signals.of("task-5").owner("csm", "ana");
        world.say(signal.build());
        String taskId = world.awaitTask("task-5").get("taskId").asText();
        RouterWorld.as("ana", "csm").post("/v1/tasks/" + taskId + "/acknowledge");

        // When
        world.say(signal.transition(2, SignalState.CLEARED).build());

        // Then
        JsonNode task = RouterWorld.await(
                () -> RouterWorld.task(taskId), seen -> !seen.get("holds").asBoolean());
        assertThat(task.get("state").asText()).isEqualTo("acknowledged");
        assertThat(task.at("/evidence/0/sentence").asText()).contains("12 active users");
        assertThat(task.at("/contributions/0/points").asLong()).isEqualTo(-15_000);
        assertThat(task.at("/due/accept").isMissingNode()).isTrue();
        assertThat(task.at("/due/firstTouch").isMissingNode())
                .as("nothing urges any more")
                .isTrue();
        assertThat(task.at("/log/1/sentence").asText()).isEqualTo("Acknowledged by Ana Lima.");
        assertThat(task.at("/log/2/transition").asText()).isEqualTo("settled");
    }

    @Test
    void whoAcknowledgesATaskOfAnotherTakesItOverAndTheToolHearsOfIt() {
        // Given
        world.say(Signals.of("task-6").owner("csm", "ana").build());
        String taskId = world.awaitTask("task-6").get("taskId").asText();

        // When
        Response taken = RouterWorld.as("ben", "csm").post("/v1/tasks/" + taskId + "/acknowledge");

        // Then
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(RouterWorld.json(taken).at("/assignee/staffId").asText()).isEqualTo("ben");
        assertThat(world.count(
                        "select count(*) from delivery where purpose like 'assigned/%' and task_id = '" + taskId + "'"))
                .isEqualTo(1);
    }

    @Test
    void somebodyOutsideTheDirectoryCannotAcceptATask() {
        // Given
        world.say(Signals.of("task-7").owner("csm", "ana").build());
        String taskId = world.awaitTask("task-7").get("taskId").asText();

        // When
        Response answer =
                RouterWorld.as("someone@elsewhere.example", "csm").post("/v1/tasks/" + taskId + "/acknowledge");

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(RouterWorld.json(answer).get("type").asText()).isEqualTo("urn:playcaller:problem:not-in-directory");
        assertThat(RouterWorld.task(taskId).get("state").asText()).isEqualTo("open");
    }

    @Test
    void theDirectoryIsReadable() {
        JsonNode people = RouterWorld.json(RouterWorld.get("/v1/directory")).get("items");

        assertThat(people).anyMatch(person -> person.get("staffId").asText().equals("ana"));
    }

    private static List<String> accounts(Response answer) {
        return StreamSupport.stream(RouterWorld.json(answer).get("items").spliterator(), false)
                .map(task -> task.get("accountId").asText())
                .toList();
    }
}
