package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tool was not told is told it after all, by an operator's word. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class ReplayComponentTest {

    private RouterWorld world;

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() {
        world.execute("delete from delivery_hold");
        world.execute("delete from connector");
        world.close();
    }

    @Test
    void whatWasGivenUpIsSentOnceMoreUnderItsId() {
        // Given
        String taskId = untold("replay-1", "failed");
        JsonNode message = message(taskId);
        String since = message.get("createdAt").asText();
        long givenUp = world.count("select count(*) from delivery where connector = 'webhook'"
                + " and state in ('failed', 'disabled') and created_at >= '" + since + "'");

        // When
        Response answer = replay("webhook", since(since));

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(RouterWorld.json(answer).get("again").asLong()).isEqualTo(givenUp);
        assertThat(RouterWorld.json(answer).get("left").asInt()).isZero();
        JsonNode sent = RouterWorld.await(
                () -> message(taskId), now -> now.get("state").asText().equals("sent"));
        assertThat(sent.get("attempts").asInt())
                .as("what was tried before is no first attempt")
                .isEqualTo(2);
        assertThat(RouterWorld.received(taskId))
                .singleElement()
                .satisfies(one -> assertThat(one.get("webhook-id").asText())
                        .isEqualTo(message.get("deliveryId").asText()));
        assertThat(RouterWorld.json(replay("webhook", since(since)))
                        .get("again")
                        .asInt())
                .isZero();
    }

    @Test
    void oneMessageIsSentOnceMoreAlsoWhereItsTaskIsOver() {
        // Given
        String taskId = untold("replay-2", "disabled");
        String id = message(taskId).get("deliveryId").asText();
        RouterWorld.as("ana", "csm")
                .body("{\"outcome\": \"succeeded\", \"closing\": \"helped\"}")
                .post("/v1/tasks/" + taskId + "/complete")
                .then()
                .statusCode(200);

        // When
        JsonNode answer = RouterWorld.json(replay("webhook", one(id)));

        // Then
        assertThat(answer.get("again").asInt()).isEqualTo(1);
        RouterWorld.await(
                () -> world.count("select count(*) from delivery where state = 'sent' and delivery_id = '" + id + "'"),
                sent -> sent == 1);
        Response again = replay("webhook", one(id));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.asString()).contains("It is sent");
    }

    @Test
    void aToolThatSaidStopIsToBeEnabledFirst() {
        // Given
        String taskId = untold("replay-3", "disabled");
        world.execute(
                """
                insert into connector (name, target, disabled_at, because)
                values ('webhook', '%s', clock_timestamp(), 'the tool answered 410: it wants no more')""".formatted(ConfigProvider.getConfig().getValue("playcaller.router.webhook.url", String.class)));

        // When
        Response answer =
                replay("webhook", one(message(taskId).get("deliveryId").asText()));

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("/v1/connectors/webhook/enable");
        assertThat(message(taskId).get("state").asText()).isEqualTo("disabled");
    }

    @Test
    void whatFailedAnewWaitsBehindWhatWasNotTriedYet() {
        // Given: a thousand older ones that were tried and refused again just now
        String taskId = untold("replay-4", "failed");
        String since = message(taskId).get("createdAt").asText();
        hold();
        world.execute("""
                insert into delivery (delivery_id, task_id, connector, purpose, body, created_at, state, because, next_attempt_at)
                select gen_random_uuid(), task_id, connector, 'anew/' || n, '{}', created_at, 'failed', 'answered with 400',
                       clock_timestamp() + interval '1 minute'
                from delivery, generate_series(1, 1000) n where connector = 'webhook' and task_id = '%s'""".formatted(taskId));
        world.execute("update delivery set created_at = created_at + interval '1 millisecond'"
                + " where purpose not like 'anew/%' and task_id = '" + taskId + "'");

        // When
        JsonNode answer = RouterWorld.json(replay("webhook", since(since)));
        String state = message(taskId).get("state").asText();
        world.execute("delete from delivery where purpose like 'anew/%'");

        // Then
        assertThat(answer.get("again").asInt()).isEqualTo(1_000);
        assertThat(answer.get("left").asInt()).isPositive();
        assertThat(state).isEqualTo("pending");
    }

    @Test
    void aWishThatIsNoneIsRefusedWithWhatToSay() {
        assertThat(replay("webhook", "{}").statusCode()).isEqualTo(400);
        assertThat(replay("webhook", since("2020-01-01T00:00:00Z")).asString()).contains("/since", "30 days");
        assertThat(replay("jira", since("2026-03-02T10:00:00Z")).asString()).contains("not-configured");
        assertThat(replay("pigeon", "{}").statusCode()).isEqualTo(404);
        assertThat(replay("webhook", one("00000000-0000-4000-8000-000000000001"))
                        .statusCode())
                .isEqualTo(404);
    }

    /** A task of which the tool was told nothing, and will not be. */
    private String untold(String account, String state) {
        hold();
        world.say(Signals.of(account).owner("csm", "ana").build());
        String taskId = world.awaitTask(account).get("taskId").asText();
        world.execute("update delivery set state = '" + state + "', attempts = 10, last_status = 503,"
                + " because = 'answered with 503' where task_id = '" + taskId + "'");
        world.execute("delete from delivery_hold");
        return taskId;
    }

    private void hold() {
        world.execute("""
                insert into delivery_hold (since, because, ordered_by) values (clock_timestamp(), 'A drill.', 'ops')""");
    }

    private static JsonNode message(String taskId) {
        return RouterWorld.json(RouterWorld.get("/v1/deliveries?task=" + taskId))
                .at("/items/0");
    }

    private static String since(String at) {
        return "{\"since\": \"" + at + "\"}";
    }

    private static String one(String deliveryId) {
        return "{\"delivery\": \"" + deliveryId + "\"}";
    }

    private static Response replay(String connector, String body) {
        return RouterWorld.as("ops@example.com", "ops").body(body).post("/v1/connectors/" + connector + "/replay");
    }
}
