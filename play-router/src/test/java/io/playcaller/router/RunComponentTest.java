package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs of several steps, in the running service. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class RunComponentTest {

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
    void oneStepFollowsTheOtherAndTheRunEndsWithTheLast() {
        // Given
        world.say(Signals.of("run-1")
                .reason(Reason.SEN_NPS_DETRACTOR)
                .owner("csm", "ana")
                .build());
        JsonNode first = world.awaitTask("run-1");

        // When
        complete(first);
        complete(awaitOpen("run-1", "File the theme: Acme run-1"));
        complete(awaitOpen("run-1", "Tell the customer: Acme run-1"));

        // Then
        PlayEnded ended = WireJson.read(
                world.topics()
                        .readUntilOne(
                                RouterWorld.topic(Topic.PLAY_OUTCOMES),
                                RouterWorld.SOON,
                                record -> TestTopics.text(record).contains("\"run-1\""))
                        .value(),
                PlayEnded.class);
        assertThat(ended.play()).isEqualTo("detractor");
        assertThat(ended.outcome()).isEqualTo(PlayOutcome.SUCCEEDED);
        assertThat(world.count("select count(*) from play_run where account_id = 'run-1' and closing = 'helped'"))
                .isEqualTo(1);
        assertThat(world.count("""
                        select count(*) from outcome_look join play_run using (play_run_id)
                        where account_id = 'run-1' and (days > 0 or told_at is not null)"""))
                .as("looked at once at its end, and to be looked back at three times")
                .isEqualTo(4);
        JsonNode run = RouterWorld.json(RouterWorld.get("/v1/runs/" + ended.playRunId()));
        assertThat(run.get("arm").asText()).isEqualTo("treated");
        assertThat(run.get("taskIds")).hasSize(3);
        JsonNode steps = RouterWorld.json(RouterWorld.get("/v1/runs/" + ended.playRunId() + "/steps"));
        assertThat(steps.at("/steps/2/state").asText()).isEqualTo("done");
        assertThat(steps.get("because").asText()).isEqualTo("All its steps are over.");
    }

    @Test
    void whenTheSignalOfARunEndsItsOpenTasksEndWithIt() {
        // Given
        SignalChanged signal = Signals.of("run-2")
                .reason(Reason.REL_SPONSOR_LEFT)
                .owner("csm", "ana")
                .build();
        world.say(signal);
        world.awaitTask("run-2");

        // When
        world.say(Signals.of("run-2")
                .episode(signal.episodeId())
                .reason(Reason.REL_SPONSOR_LEFT)
                .transition(2, SignalState.CLEARED)
                .build());

        // Then
        JsonNode task = RouterWorld.await(
                () -> RouterWorld.tasks("run-2").get(0),
                found -> found.get("state").asText().equals("withdrawn"));
        assertThat(task.get("play").asText()).isEqualTo("sponsor-left");
        RouterWorld.await(
                () -> world.count("select count(*) from play_run where account_id = 'run-2' and outcome = 'RECOVERED'"),
                count -> count == 1L);
    }

    @Test
    void anExitAboutTheCustomerEndsTheRun() {
        // Given
        world.say(Signals.of("run-3")
                .reason(Reason.ONB_STALLED)
                .stage("onboarding")
                .owner("csm", "ana")
                .build());
        String task = world.awaitTask("run-3").get("taskId").asText();
        RouterWorld.as("ana", "csm")
                .post("/v1/tasks/" + task + "/acknowledge")
                .then()
                .statusCode(200);

        // When
        Instant later = Instant.parse("2026-03-02T11:00:00Z");
        world.say(Topic.HEALTH_CHANGES, "run-3", 1, Signals.health("run-3", "adoption", later, null));

        // Then
        RouterWorld.await(
                () -> world.count("select count(*) from play_run where account_id = 'run-3' and outcome = 'SUCCEEDED'"),
                count -> count == 1L);
        assertThat(RouterWorld.task(task).get("state").asText()).isEqualTo("withdrawn");
    }

    @Test
    void aStepComesWhenItsTimeHasCome() {
        // Given
        world.say(Signals.of("run-4")
                .reason(Reason.REL_SPONSOR_LEFT)
                .owner("csm", "ana")
                .build());
        world.awaitTask("run-4");

        // When: two business days of the standard calendar are over, holidays and a weekend included
        world.advance(Duration.ofDays(8));

        // Then
        awaitOpen("run-4", "Call the new sponsor: Acme run-4");
        assertThat(titles("run-4")).hasSize(2);
    }

    @Test
    void aPlayThatGivesUpIsFollowedByTheOneThatItNames() {
        // Given
        SignalChanged missed = Signals.of("run-6")
                .reason(Reason.ONB_MILESTONE_MISSED)
                .owner("csm", "ana")
                .build();
        world.say(missed);
        world.awaitTask("run-6");

        // When
        world.advance(Duration.ofDays(45));

        // Then
        JsonNode next = awaitOpen("run-6", "Account escalation: Acme run-6");
        assertThat(next.get("reason").asText()).isEqualTo("onb.milestone_missed");
        assertThat(titles("run-6")).hasSize(2);
        assertThat(world.count("select count(*) from play_run where account_id = 'run-6' and outcome = 'EXPIRED'"))
                .isEqualTo(1);
        assertThat(RouterWorld.awaitPath(missed.episodeId(), 1)
                        .at("/path/0/reason")
                        .asText())
                .isEqualTo("gave-up");
    }

    @Test
    void aDeadlineThatIsCorrectedIsTheOneThatTheRunCountsBackFrom() {
        // Given
        LocalDate end = LocalDate.of(2099, 12, 31);
        Signals due = Signals.of("run-5")
                .reason(Reason.FC_RENEWAL_DUE)
                .owner("csm", "ana")
                .renewal(end, null);
        world.say(due.build());
        String task = world.awaitTask("run-5").get("taskId").asText();
        String run = RouterWorld.task(task).get("playRunId").asText();
        assertThat(dateOf(run)).isEqualTo("2099-12-31");

        // When
        world.say(due.transition(2, SignalState.UPDATED)
                .renewal(end, LocalDate.of(2099, 10, 2))
                .build());

        // Then
        RouterWorld.await(() -> dateOf(run), date -> date.equals("2099-10-02"));
    }

    private static String dateOf(String run) {
        return RouterWorld.json(RouterWorld.get("/v1/runs/" + run + "/steps"))
                .path("date")
                .asText();
    }

    @Test
    void theSchemaOfAFileAndASimulationAreServed() {
        assertThat(RouterWorld.json(RouterWorld.get("/v1/schemas/plays.yaml"))
                        .at("/properties/plays/type")
                        .asText())
                .isEqualTo("array");
        RouterWorld.get("/v1/schemas/other.yaml").then().statusCode(404);

        JsonNode refused = RouterWorld.json(RouterWorld.as("olga", "ops")
                .contentType("text/plain")
                .body("plays: 1\n")
                .post("/v1/plays/simulate?days=30"));
        assertThat(refused.get("type").asText()).endsWith("plays.invalid");

        JsonNode compared = RouterWorld.json(RouterWorld.as("olga", "ops")
                .contentType("text/plain")
                .body("plays: []\n")
                .post("/v1/plays/simulate?days=30"));
        assertThat(compared.at("/proposed/plays")).isEmpty();
        assertThat(compared.at("/inForce/plays")).isNotEmpty();
    }

    private JsonNode awaitOpen(String account, String title) {
        return RouterWorld.await(
                () -> StreamSupport.stream(RouterWorld.tasks(account).spliterator(), false)
                        .filter(task -> task.get("title").asText().equals(title))
                        .findFirst()
                        .orElse(null),
                found -> found != null);
    }

    private static List<String> titles(String account) {
        return StreamSupport.stream(RouterWorld.tasks(account).spliterator(), false)
                .map(task -> task.get("title").asText())
                .toList();
    }

    private static void complete(JsonNode task) {
        RouterWorld.as("ana", "csm")
                .body("{\"outcome\": \"succeeded\", \"closing\": \"helped\"}")
                .post("/v1/tasks/" + task.get("taskId").asText() + "/complete")
                .then()
                .statusCode(200);
    }
}
