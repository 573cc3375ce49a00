package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with the tasks before them. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class WorkComponentTest {

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
    void csOpsWorksTheTasksBeforeIt() {
        String taskId = task(Signals.of("work-ops"));

        Response answer = RouterWorld.as("dora@example.com", "ops").post("/v1/tasks/" + taskId + "/acknowledge");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RouterWorld.as("viewer@example.com", "viewer")
                        .post("/v1/tasks/" + taskId + "/acknowledge")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTouchToldTwiceUnderOneKeyIsOneTouch() {
        // Given
        String taskId = task(Signals.of("work-key").owner("csm", "ana"));
        String call = "{\"kind\": \"call\", \"note\": \"They call back.\"}";
        assertThat(keyed("key-1", call, taskId + "/touch").statusCode()).isEqualTo(200);

        // When
        Response again = keyed("key-1", call, taskId + "/touch");
        Response other = keyed("key-1", "{\"note\": \"Something else.\"}", taskId + "/update");
        Response next = keyed("key-2", call, taskId + "/touch");

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(RouterWorld.json(other).get("type").asText()).isEqualTo("urn:playcaller:problem:idempotency.reused");
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(steps(taskId)).containsExactly("created", "touched", "touched");
        world.topics()
                .readUntilOne(
                        RouterWorld.topic(Topic.SUPPORT_EVENTS),
                        RouterWorld.SOON,
                        record -> record.key().equals("work-key"));
        assertThat(world.count("select count(*) from task_act_key where task_id = '" + taskId + "'"))
                .isEqualTo(2);
    }

    @Test
    void aKeyCountsForItsPersonAndItsTask() {
        String one = task(Signals.of("work-key-1").owner("csm", "ana"));
        String two = task(Signals.of("work-key-2").owner("csm", "ana"));
        String note = "{\"note\": \"Slow.\"}";

        assertThat(keyed("shared", note, one + "/comment").statusCode()).isEqualTo(200);
        assertThat(keyed("shared", note, two + "/comment").statusCode()).isEqualTo(200);
        assertThat(RouterWorld.as("ben", "csm")
                        .header("Idempotency-Key", "shared")
                        .body(note)
                        .post("/v1/tasks/" + one + "/comment")
                        .statusCode())
                .isEqualTo(200);

        assertThat(steps(one)).containsExactly("created", "commented", "commented");
        assertThat(steps(two)).containsExactly("created", "commented");
    }

    @Test
    void aSnoozedTaskIsOutOfSightUntilSomethingHappensToIt() {
        // Given
        String taskId = task(Signals.of("work-snooze").owner("csm", "ana"));
        Instant until = Instant.parse(RouterWorld.task(taskId).get("createdAt").asText())
                .plus(Duration.ofMinutes(5));

        // When
        Response snoozed = act(taskId, "snooze", "{\"until\": \"" + until + "\", \"note\": \"They are away.\"}");

        // Then
        assertThat(RouterWorld.json(snoozed).get("snoozedUntil").asText()).isEqualTo(until.toString());
        assertThat(RouterWorld.json(snoozed).at("/due/accept").isMissingNode())
                .as("its clocks run on")
                .isFalse();
        assertThat(found("account=work-snooze&snoozed=no")).isEmpty();
        assertThat(found("account=work-snooze&snoozed=yes")).containsExactly(taskId);
        assertThat(found("account=work-snooze")).containsExactly(taskId);

        // When
        act(taskId, "comment", "{\"note\": \"They are back.\"}");

        // Then
        assertThat(found("account=work-snooze&snoozed=no")).containsExactly(taskId);
        assertThat(found("account=work-snooze&snoozed=yes")).isEmpty();
        assertThat(RouterWorld.task(taskId).has("snoozedUntil")).isFalse();
    }

    @Test
    void aSnoozeEndsByItself() {
        // Given
        String taskId = task(Signals.of("work-snooze-end").owner("csm", "ana"));
        Instant until = Instant.parse(RouterWorld.task(taskId).get("createdAt").asText())
                .plus(Duration.ofMinutes(2));
        act(taskId, "snooze", "{\"until\": \"" + until + "\", \"note\": \"In a minute.\"}");

        // When
        world.advance(Duration.ofMinutes(3));

        // Then
        assertThat(found("account=work-snooze-end&snoozed=no")).containsExactly(taskId);
        assertThat(act(taskId, "snooze", "{\"until\": \"" + until + "\", \"note\": \"Too late.\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void tasksAreFoundByWhatTheyAreAboutAndHowTheyStand() {
        // Given
        String drop = task(Signals.of("work-find-1").owner("csm", "ana").severity(Severity.LOW));
        String invoice = task(Signals.of("work-find-2").reason(Reason.COM_INVOICE_OVERDUE));
        String day = Instant.parse(RouterWorld.task(drop).at("/next/at").asText())
                .plusSeconds(1)
                .toString();

        // Then
        assertThat(found("account=work-find-1&reason=usage.drop&severity=low&play=usage-drop&role=csm"))
                .containsExactly(drop);
        assertThat(found("account=work-find-1&severity=high")).isEmpty();
        assertThat(found("account=work-find-1&team=lea")).containsExactly(drop);
        assertThat(found("account=work-find-1&team=ben")).isEmpty();
        assertThat(found("account=work-find-2&reason=com.invoice_overdue")).containsExactly(invoice);
        assertThat(found("account=work-find-2&reason=usage.drop")).isEmpty();
        assertThat(found("account=work-find-1&dueBefore=" + day)).containsExactly(drop);
        assertThat(found("account=work-find-1&late=no")).containsExactly(drop);
        assertThat(found("account=work-find-1&late=yes")).isEmpty();
        assertThat(RouterWorld.get("/v1/tasks?severity=grave").statusCode()).isEqualTo(400);
        assertThat(RouterWorld.json(RouterWorld.get("/v1/tasks?late=maybe&reason=none&dueBefore=soon"))
                        .get("errors"))
                .hasSize(3);
    }

    @Test
    void aListSaysWhatIsDueFirstAndHowMuchTimeIsLeft() {
        String taskId = task(Signals.of("work-left").owner("csm", "ana"));

        JsonNode next = RouterWorld.tasks("work-left").get(0).get("next");

        assertThat(next.get("clock").asText()).isEqualTo("accept");
        assertThat(next.get("at")).isEqualTo(RouterWorld.task(taskId).at("/due/accept"));
        assertThat(Duration.parse(next.get("left").asText())).isPositive();
        assertThat(Duration.parse(next.get("over").asText())).isZero();
    }

    @Test
    void aBulkDoesWhatItCanAndSaysOfTheRestWhy() {
        // Given
        String one = task(Signals.of("work-bulk-1").owner("csm", "ana"));
        String two = task(Signals.of("work-bulk-2").owner("csm", "ana"));
        act(two, "complete", "{\"outcome\": \"succeeded\", \"closing\": \"helped\"}");
        UUID nothing = UUID.randomUUID();

        // When
        Response answer = RouterWorld.as("ana", "csm")
                .body("""
                        {"act": "update", "note": "Their site was down.", "taskIds": ["%s", "%s", "%s"]}""".formatted(one, two, nothing))
                .post("/v1/tasks/bulk");

        // Then
        JsonNode items = RouterWorld.json(answer).get("items");
        assertThat(items.get(0).get("became").asText()).isEqualTo("done");
        assertThat(items.get(0).get("state").asText()).isEqualTo("acknowledged");
        assertThat(items.at("/1/problem/type").asText()).isEqualTo("urn:playcaller:problem:task-ended");
        assertThat(items.at("/2/problem/type").asText()).isEqualTo("urn:playcaller:problem:task.unknown");
        assertThat(RouterWorld.task(one).at("/log/1/note").asText()).isEqualTo("Their site was down.");
    }

    @Test
    void aReasonThatIsWrongTooOftenIsToBeRetuned() {
        // Given
        world.execute("""
                insert into play_run (play_run_id, play, episode_id, reason, started_at, ended_at, outcome, closing)
                select gen_random_uuid(), 'account-escalation', gen_random_uuid(), 'sup.recurring', playcaller_now(),
                       playcaller_now() - make_interval(days => case when i > 20 then 181 else 1 end), 'FAILED',
                       case when i <= 13 then 'false-alarm' else 'helped' end
                from generate_series(1, 40) i""");

        // When
        JsonNode reasons = RouterWorld.json(RouterWorld.get("/v1/reasons")).get("items");
        JsonNode reason = StreamSupport.stream(reasons.spliterator(), false)
                .filter(one -> one.get("reason").asText().equals("sup.recurring"))
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(reason.get("judged").asLong()).as("of the last 180 days").isEqualTo(20);
        assertThat(reason.get("percent").asInt()).isEqualTo(35);
        assertThat(reason.at("/answers/false-alarm").asLong()).isEqualTo(13);
        assertThat(reason.get("proposal").asText()).contains("sup.recurring");
    }

    private String task(Signals signal) {
        var built = signal.build();
        world.say(built);
        return world.awaitTask(built.accountId()).get("taskId").asText();
    }

    private static Response keyed(String key, String body, String path) {
        return RouterWorld.as("ana", "csm")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/tasks/" + path);
    }

    private static Response act(String taskId, String act, String body) {
        return RouterWorld.as("ana", "csm").body(body).post("/v1/tasks/" + taskId + "/" + act);
    }

    private static List<String> steps(String taskId) {
        return StreamSupport.stream(RouterWorld.task(taskId).get("log").spliterator(), false)
                .map(line -> line.get("transition").asText())
                .toList();
    }

    private static List<String> found(String question) {
        JsonNode items = RouterWorld.json(RouterWorld.get("/v1/tasks?limit=500&" + question))
                .get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(task -> task.get("taskId").asText())
                .toList();
    }
}
