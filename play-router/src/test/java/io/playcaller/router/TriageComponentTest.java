package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class TriageComponentTest {

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
    void whatAnImportFindsWaitsByValueUntilALeadReleasesIt() {
        // Given
        List<SignalChanged> found = List.of(
                Signals.of("triage-small").backfill().value(1_000_00).build(),
                Signals.of("triage-large").backfill().value(900_000_00).build(),
                Signals.of("triage-middle").backfill().value(50_000_00).build());
        found.forEach(world::say);
        found.forEach(signal -> RouterWorld.awaitPath(signal.episodeId(), 1));
        assertThat(names(RouterWorld.json(RouterWorld.get("/v1/triage"))))
                .containsExactly("triage-large", "triage-middle", "triage-small");
        JsonNode page = RouterWorld.json(RouterWorld.get("/v1/triage?limit=2"));
        assertThat(names(page)).containsExactly("triage-large", "triage-middle");
        assertThat(names(RouterWorld.json(RouterWorld.get(
                        "/v1/triage?limit=2&cursor=" + page.get("next").asText()))))
                .containsExactly("triage-small");
        assertThat(world.count("select count(*) from task where account_id like 'triage-%'"))
                .isZero();
        assertThat(world.count(
                        "select count(*) from delivery d join task using (task_id) where account_id like 'triage-%'"))
                .isZero();

        // When
        JsonNode released = RouterWorld.json(
                RouterWorld.as("lea", "lead").body("{\"top\": 2}").post("/v1/triage/release"));

        // Then
        assertThat(released.get("items"))
                .hasSize(2)
                .allMatch(one -> one.get("became").asText().equals("task"))
                .noneMatch(one -> one.get("why").asText().isBlank());
        JsonNode task =
                RouterWorld.task(world.awaitTask("triage-large").get("taskId").asText());
        assertThat(task.at("/path/0/sentence").asText()).isEqualTo("Released from triage by lea.");
        assertThat(names(RouterWorld.json(RouterWorld.get("/v1/triage")))).containsExactly("triage-small");
        assertThat(RouterWorld.received(task.get("taskId").asText())).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whatWasReleasedAndIsMutedStaysReleased() {
        // Given
        Signals risk = Signals.of("released-muted");
        world.say(risk.build());
        world.awaitTask("released-muted");
        Signals growth = Signals.of("released-muted")
                .reason(Reason.EXP_SEATS_NEAR_LIMIT)
                .backfill()
                .value(999_000_000_00L);
        SignalChanged waiting = growth.build();
        world.say(waiting);
        RouterWorld.awaitPath(waiting.episodeId(), 1);
        JsonNode released = RouterWorld.json(
                RouterWorld.as("lea", "lead").body("{\"top\": 1}").post("/v1/triage/release"));
        assertThat(released.at("/items/0/became").asText()).isEqualTo("muted");
        assertThat(released.at("/items/0/why").asText()).endsWith("It is looked at again when that is over.");

        // When
        world.say(growth.transition(2, SignalState.UPDATED).build());

        // Then
        JsonNode path = RouterWorld.awaitPath(waiting.episodeId(), 2);
        assertThat(path.get("became").asText()).isEqualTo("muted");
        assertThat(path.at("/path/0/sentence").asText()).isEqualTo("Released from triage by lea.");
        assertThat(RouterWorld.get("/v1/triage").asString()).doesNotContain("released-muted");
    }

    @Test
    void aReleaseThatIsSaidAgainIsForTheSignalsOfTheFirst() {
        // Given
        List<SignalChanged> found = List.of(
                Signals.of("again-large").backfill().value(998_000_000_00L).build(),
                Signals.of("again-small").backfill().value(997_000_000_00L).build());
        found.forEach(world::say);
        found.forEach(signal -> RouterWorld.awaitPath(signal.episodeId(), 1));
        JsonNode first = RouterWorld.json(releaseTop(1, "monday"));
        assertThat(first.at("/items/0/became").asText()).isEqualTo("task");

        // When
        JsonNode again = RouterWorld.json(releaseTop(1, "monday"));
        Response other = releaseTop(2, "monday");

        // Then
        assertThat(again.get("items")).hasSize(1);
        assertThat(again.at("/items/0/taskId")).isEqualTo(first.at("/items/0/taskId"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(RouterWorld.json(other).get("type").asText()).isEqualTo("urn:playcaller:problem:idempotency.reused");
        assertThat(RouterWorld.tasks("again-small")).isEmpty();
        assertThat(RouterWorld.json(releaseTop(1, "tuesday"))
                        .at("/items/0/episodeId")
                        .asText())
                .isEqualTo(found.get(1).episodeId().toString());
    }

    private static Response releaseTop(int top, String key) {
        return RouterWorld.as("lea", "lead")
                .header("Idempotency-Key", key)
                .body("{\"top\": %d}".formatted(top))
                .post("/v1/triage/release");
    }

    @Test
    void anImpossibleNumberIsRefusedWithItsField() {
        var answer = RouterWorld.as("lea", "lead").body("{\"top\": 0}").post("/v1/triage/release");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).contains("application/problem+json");
        assertThat(RouterWorld.json(answer).get("field").asText()).isEqualTo("/top");
    }

    @Test
    void aLiveSignalOfATriagedAccountMakesATask() {
        SignalChanged triaged =
                Signals.of("live-beside-triage").backfill().value(1).build();
        world.say(triaged);
        RouterWorld.awaitPath(triaged.episodeId(), 1);

        world.say(Signals.of("live-beside-triage").build());

        assertThat(world.awaitTask("live-beside-triage").get("play").asText()).isEqualTo("usage-drop");
        world.topics()
                .readUntilOne(
                        RouterWorld.topic(Topic.TASKS),
                        RouterWorld.SOON,
                        record -> new String(record.value()).contains("live-beside-triage"));
    }

    private static List<String> names(JsonNode triage) {
        return StreamSupport.stream(triage.get("items").spliterator(), false)
                .map(one -> one.get("accountId").asText())
                .filter(name -> name.startsWith("triage-"))
                .toList();
    }
}
