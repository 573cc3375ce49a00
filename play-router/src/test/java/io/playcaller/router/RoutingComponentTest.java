package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class RoutingComponentTest {

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
    void aSignalBecomesATaskOfItsOwnerWithClocks() {
        // Given
        SignalChanged signal = Signals.of("route-1").owner("csm", "ana").build();

        // When
        world.say(signal);

        // Then
        JsonNode task =
                RouterWorld.task(world.awaitTask("route-1").get("taskId").asText());
        assertThat(task.get("title").asText()).isEqualTo("Usage drop: Acme route-1");
        assertThat(task.get("assignee").get("staffId").asText()).isEqualTo("ana");
        assertThat(task.get("why").asText()).isEqualTo("Ana Lima is the account's csm.");
        Instant created = Instant.parse(task.get("createdAt").asText());
        assertThat(Instant.parse(task.at("/due/accept").asText())).isEqualTo(created.plus(Duration.ofHours(4)));
        assertThat(Instant.parse(task.at("/due/complete").asText())).isEqualTo(created.plus(Duration.ofDays(15)));
        assertThat(task.at("/evidence/0/sentence").asText()).contains("12 active users");
        assertThat(task.at("/contributions/0/points").asLong()).isEqualTo(-15_000);
    }

    @Test
    void aSignalThatIsReadAgainMakesNothingNew() {
        // Given
        SignalChanged signal = Signals.of("route-2").owner("csm", "ana").build();
        world.say(signal);
        JsonNode first = world.awaitTask("route-2");

        // When
        world.say(signal);
        world.say(Signals.of("route-2")
                .episode(signal.episodeId())
                .transition(2, SignalState.UPDATED)
                .build());

        // Then
        RouterWorld.awaitPath(signal.episodeId(), 2);
        JsonNode after = world.awaitTask("route-2");
        assertThat(after.get("taskId")).isEqualTo(first.get("taskId"));
        assertThat(world.count("select count(*) from task_log where transition = 'CREATED' and task_id = '"
                        + first.get("taskId").asText() + "'"))
                .isEqualTo(1);
    }

    @Test
    void whatOnboardingMutedBecomesATaskWhenTheAccountLeavesIt() {
        // Given
        SignalChanged signal = Signals.of("route-6")
                .reason(Reason.USAGE_LEVEL_LOW)
                .stage("onboarding")
                .build();
        world.say(Topic.HEALTH_CHANGES, "route-6", 1, Signals.health("route-6", "onboarding", signal.at(), null));
        world.say(signal);
        assertThat(RouterWorld.awaitPath(signal.episodeId(), 1).get("became").asText())
                .isEqualTo("muted");

        // When
        Instant later = signal.at().plusSeconds(60);
        world.say(Topic.HEALTH_CHANGES, "route-6", 2, Signals.health("route-6", "adoption", later, null));

        // Then
        assertThat(world.awaitTask("route-6").get("play").asText()).isEqualTo("usage-drop");
        assertThat(RouterWorld.awaitPath(signal.episodeId(), 1)
                        .at("/path/0/reason")
                        .asText())
                .isEqualTo("stage-changed");
    }

    @Test
    void aSignalThatComesAfterTheEndOfOnboardingIsNotMutedByItsOldSnapshot() {
        // Given
        SignalChanged signal = Signals.of("route-7")
                .reason(Reason.USAGE_LEVEL_LOW)
                .stage("onboarding")
                .build();
        Instant later = signal.at().plusSeconds(60);
        world.say(Topic.HEALTH_CHANGES, "route-7", 2, Signals.health("route-7", "adoption", later, null));
        awaitAccount("route-7", "stage = 'adoption'");

        // When
        world.say(signal);

        // Then
        assertThat(world.awaitTask("route-7").get("play").asText()).isEqualTo("usage-drop");
    }

    @Test
    void aScoreThatIsGoneIsNotKeptAsTheAccounts() {
        // Given
        Instant at = Instant.parse("2026-03-02T10:00:00Z");
        HealthChanged known = Signals.health("route-8", "adoption", at, at);
        world.say(Topic.HEALTH_CHANGES, "route-8", 1, known);
        awaitAccount("route-8", "score = 60000 and grade = 'C'");

        // When
        world.say(Topic.HEALTH_CHANGES, "route-8", 2, Signals.gone(known));

        // Then
        awaitAccount("route-8", "score is null and grade is null and stage = 'adoption' and last_touch_at is not null");
    }

    @Test
    void whatHadJoinedATaskGetsItsOwnWhenThatIsDone() {
        // Given
        world.say(Signals.of("route-9").owner("csm", "ana").build());
        String done = world.awaitTask("route-9").get("taskId").asText();
        SignalChanged invoice = Signals.of("route-9")
                .reason(Reason.COM_INVOICE_OVERDUE)
                .severity(Severity.MEDIUM)
                .build();
        world.say(invoice);
        assertThat(RouterWorld.awaitPath(invoice.episodeId(), 1).get("became").asText())
                .isEqualTo("joined");

        // When
        complete(done);

        // Then
        RouterWorld.await(() -> plays("route-9"), plays -> plays.contains("invoice-overdue"));
        assertThat(RouterWorld.awaitPath(invoice.episodeId(), 1)
                        .at("/path/0/reason")
                        .asText())
                .isEqualTo("task-ended");
        assertThat(world.count("select count(*) from left_signals where account_id = 'route-9'"))
                .isZero();
    }

    @Test
    void theEndOfAPlaySaysHowTheAccountStandsThen() {
        // Given: a signal that was made at another score
        SignalChanged signal = Signals.of("route-10").owner("csm", "ana").build();
        world.say(signal);
        String done = world.awaitTask("route-10").get("taskId").asText();
        world.say(Topic.HEALTH_CHANGES, "route-10", 1, Signals.health("route-10", "adoption", signal.at(), null));
        awaitAccount("route-10", "score = 60000");

        // When
        complete(done);

        // Then
        PlayEnded ended = WireJson.read(
                world.topics()
                        .readUntilOne(
                                RouterWorld.topic(Topic.PLAY_OUTCOMES),
                                RouterWorld.SOON,
                                record -> TestTopics.text(record).contains("\"route-10\""))
                        .value(),
                PlayEnded.class);
        assertThat(ended.score()).isEqualTo(60_000L);
        assertThat(ended.grade()).isEqualTo(Grade.C);
        assertThat(ended.stage()).isEqualTo("adoption");
    }

    private static void complete(String taskId) {
        RouterWorld.as("ana", "csm")
                .body("{\"outcome\": \"succeeded\", \"closing\": \"helped\"}")
                .post("/v1/tasks/" + taskId + "/complete")
                .then()
                .statusCode(200);
    }

    private static List<String> plays(String accountId) {
        return StreamSupport.stream(RouterWorld.tasks(accountId).spliterator(), false)
                .map(task -> task.get("play").asText())
                .toList();
    }

    private void awaitAccount(String accountId, String condition) {
        RouterWorld.await(
                () -> world.count(
                        "select count(*) from account where account_id = '%s' and %s".formatted(accountId, condition)),
                count -> count == 1L);
    }

    @Test
    void whatTheDatabaseRefusesBecomesALetterAndHarmsNoOther() {
        // Given: a text that PostgreSQL cannot hold
        world.say(Signals.of("route-4\0").build());

        // When
        world.say(Signals.of("route-5").build());

        // Then
        world.awaitTask("route-5");
        world.topics()
                .readUntilOne(
                        RouterWorld.topic(Topic.DEAD_LETTERS),
                        RouterWorld.SOON,
                        letter -> new String(letter.value()).contains("routing.failed"));
    }

    @Test
    void whatCannotBeReadBecomesALetterAndHarmsNoOther() {
        // Given
        world.topics().produce(RouterWorld.topic(Topic.SIGNALS), "route-3", "no event");

        // When
        world.say(Signals.of("route-3").build());

        // Then
        world.awaitTask("route-3");
        DeadLetter letter = WireJson.read(
                world.topics()
                        .readUntilOne(
                                RouterWorld.topic(Topic.DEAD_LETTERS),
                                RouterWorld.SOON,
                                record -> TestTopics.text(record).contains("no event"))
                        .value(),
                DeadLetter.class);
        assertThat(letter.field()).isEqualTo("ce_type");
        assertThat(letter.expected()).isEqualTo("a text");
        assertThat(letter.actual()).isEqualTo("absent");
    }
}
