package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.rules.in.RuleFiles;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Silences, the brake, and what gathers on a task, with the database and the topics. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class AlgebraComponentTest {

    private static final String PLAY = "loss-review";

    private final Path directory;
    private RouterWorld world;

    AlgebraComponentTest(@ConfigProperty(name = "playcaller.router.config-dir") Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() throws IOException {
        if (Files.deleteIfExists(directory.resolve("plays.yaml"))) {
            awaitLimit(1_000_000);
        }
        world.close();
    }

    @Test
    void whatIsSilencedIsKeptAndRoutedWhenTheSilenceIsWithdrawn() {
        // Given
        JsonNode silence = RouterWorld.json(
                RouterWorld.as("lea", "lead").body("""
                        {"match": {"account": ["silenced-1"]}, "until": "%s", "because": "They migrate."}""".formatted(tomorrow())).post("/v1/silences"));
        assertThat(silence.path("state").asText()).isEqualTo("in-force");
        SignalChanged signal = Signals.of("silenced-1").owner("csm", "ana").build();
        world.say(signal);
        JsonNode path = RouterWorld.awaitPath(signal.episodeId(), 1);
        assertThat(path.get("became").asText()).isEqualTo("silenced");
        assertThat(path.get("waitsOn").asText())
                .isEqualTo("silence/" + silence.get("silenceId").asText());
        assertThat(RouterWorld.json(RouterWorld.get("/v1/signals?became=silenced&account=silenced-1"))
                        .get("items"))
                .hasSize(1);
        assertThat(RouterWorld.tasks("silenced-1")).isEmpty();

        // When
        JsonNode withdrawn = RouterWorld.json(RouterWorld.as("olaf", "ops")
                .delete("/v1/silences/" + silence.get("silenceId").asText()));

        // Then
        assertThat(withdrawn.get("lookedAtAgain").asInt()).isEqualTo(1);
        assertThat(withdrawn.get("withdrawnBy").asText()).isEqualTo("olaf");
        JsonNode task =
                RouterWorld.task(world.awaitTask("silenced-1").get("taskId").asText());
        assertThat(task.at("/path/0/sentence").asText()).isEqualTo("What silenced it is over.");
        assertThat(RouterWorld.get("/v1/silences").asString())
                .doesNotContain(silence.get("silenceId").asText());
        assertThat(RouterWorld.get("/v1/silences?all=true").asString())
                .contains(silence.get("silenceId").asText());
    }

    @Test
    void aSilenceEndsByItself() {
        // Given
        RouterWorld.as("lea", "lead")
                .body("""
                        {"match": {"account": ["silenced-2"]}, "until": "%s", "because": "They migrate."}""".formatted(tomorrow()))
                .post("/v1/silences")
                .then()
                .statusCode(201);
        SignalChanged signal = Signals.of("silenced-2").owner("csm", "ana").build();
        world.say(signal);
        RouterWorld.awaitPath(signal.episodeId(), 1);

        // When
        world.advance(Duration.ofHours(25));

        // Then
        world.awaitTask("silenced-2");
    }

    @Test
    void aSilenceWithoutEndOrReasonIsRefusedWithEveryField() {
        Response answer = RouterWorld.as("lea", "lead")
                .body("{\"match\": {\"tier\": [\"gold\"]}}")
                .post("/v1/silences");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RouterWorld.json(answer).get("errors").findValuesAsText("field"))
                .containsExactly("/match/tier", "/until", "/because");
    }

    @Test
    void whatIsTooMuchWaitsIsToldOnceAndGoesOnWhenSomebodySaysSo() throws IOException {
        // Given
        int begun = brake().get("begun").asInt();
        limit(begun + 2);
        List<SignalChanged> lost = IntStream.range(0, 4)
                .mapToObj(i -> Signals.of("flood-" + i)
                        .reason(Reason.LIFE_CHURNED)
                        .owner("csm", "ana")
                        .build())
                .toList();

        // When
        lost.forEach(world::say);
        lost.forEach(signal -> RouterWorld.awaitPath(signal.episodeId(), 1));

        // Then two of them have tasks and two wait
        List<String> held = names(RouterWorld.json(RouterWorld.get("/v1/signals?became=held&waitsOn=" + PLAY)));
        assertThat(held).hasSize(2).allMatch(account -> account.startsWith("flood-"));
        assertThat(brake().get("begun").asInt()).isEqualTo(begun + 2);
        assertThat(brake().get("held").asInt()).isEqualTo(2);

        // When it has gathered
        world.advance(Duration.ofMinutes(2));

        // Then CS Ops are told, once, with what they share
        JsonNode told = RouterWorld.await(
                        () -> RouterWorld.json(RouterWorld.get("/v1/tasks?play=volume-brake"))
                                .get("items"),
                        items -> items.size() == 1)
                .get(0);
        assertThat(RouterWorld.task(told.get("taskId").asText())
                        .at("/evidence/0/sentence")
                        .asText())
                .isEqualTo("2 of 2: reason life.churned");

        // When one is released and the other discarded
        JsonNode released = word("release", held.get(0));
        JsonNode discarded = word("discard", held.get(1));

        // Then
        assertThat(released.at("/became/task").asInt()).isEqualTo(1);
        assertThat(discarded.at("/became/discarded").asInt()).isEqualTo(1);
        assertThat(discarded.get("held").asInt()).isZero();
        world.awaitTask(held.get(0));
        assertThat(RouterWorld.tasks(held.get(1))).isEmpty();
        RouterWorld.await(
                () -> RouterWorld.task(told.get("taskId").asText()).get("state").asText(), "withdrawn"::equals);
        assertThat(brake().get("begun").asInt())
                .as("what a person lets begin does not count")
                .isEqualTo(begun + 2);
    }

    @Test
    void aWordThatIsSaidAgainIsNotAboutWhatWaitsAnew() throws IOException {
        // Given: of two the second is held and discarded, gets graver, and is held again
        limit(brake().get("begun").asInt() + 1);
        Signals one = Signals.of("anew-1").reason(Reason.LIFE_CHURNED);
        Signals two = Signals.of("anew-2").reason(Reason.LIFE_CHURNED);
        assertThat(said(one.build())).isEqualTo("task");
        assertThat(said(two.build())).isEqualTo("held");
        assertThat(discardUnderOneKey().at("/became/discarded").asInt()).isEqualTo(1);
        SignalChanged graver = two.transition(2, SignalState.UPDATED)
                .severity(Severity.CRITICAL)
                .build();
        assertThat(said(graver)).isEqualTo("held");

        // When
        JsonNode again = discardUnderOneKey();

        // Then
        assertThat(again.at("/became/held").asInt()).isEqualTo(1);
        assertThat(RouterWorld.awaitPath(graver.episodeId(), 2).get("became").asText())
                .isEqualTo("held");
        assertThat(word("discard", "anew-2").at("/became/discarded").asInt()).isEqualTo(1);
    }

    private String said(SignalChanged signal) {
        world.say(signal);
        return RouterWorld.awaitPath(signal.episodeId(), signal.transition())
                .get("became")
                .asText();
    }

    private static JsonNode discardUnderOneKey() {
        return RouterWorld.json(RouterWorld.as("olaf", "ops")
                .header("Idempotency-Key", "anew")
                .body("{\"accounts\": [\"anew-2\"], \"because\": \"Looked at.\"}")
                .post("/v1/brake/" + PLAY + "/discard"));
    }

    @Test
    void whatJoinsATaskQuietlyIsToldInOneMessageLater() {
        // Given
        world.say(Signals.of("gather-1").owner("csm", "ana").build());
        String taskId = world.awaitTask("gather-1").get("taskId").asText();
        List<SignalChanged> joining = List.of(
                Signals.of("gather-1")
                        .reason(Reason.USAGE_SEATS_IDLE)
                        .severity(Severity.LOW)
                        .build(),
                Signals.of("gather-1")
                        .reason(Reason.REL_NO_TOUCH)
                        .severity(Severity.LOW)
                        .build());
        joining.forEach(world::say);
        joining.forEach(signal -> assertThat(RouterWorld.awaitPath(signal.episodeId(), 1)
                        .get("became")
                        .asText())
                .isEqualTo("joined"));

        // When
        world.advance(Duration.ofMinutes(31));

        // Then
        List<String> told = RouterWorld.await(() -> joined(taskId), messages -> !messages.isEmpty());
        assertThat(told).hasSize(1);
    }

    private static List<String> joined(String taskId) {
        return RouterWorld.received(taskId).stream()
                .map(one -> one.get("body").asText())
                .filter(body -> body.contains("task.joined"))
                .toList();
    }

    private static JsonNode word(String deed, String account) {
        return RouterWorld.json(RouterWorld.as("olaf", "ops")
                .body("{\"accounts\": [\"%s\"], \"because\": \"Looked at.\"}".formatted(account))
                .post("/v1/brake/" + PLAY + "/" + deed));
    }

    private static JsonNode brake() {
        JsonNode plays = RouterWorld.json(RouterWorld.get("/v1/brake")).get("plays");
        return StreamSupport.stream(plays.spliterator(), false)
                .filter(play -> play.get("play").asText().equals(PLAY))
                .findFirst()
                .orElseThrow();
    }

    private void limit(int runs) throws IOException {
        try (InputStream in = Objects.requireNonNull(RuleFiles.class.getResourceAsStream("/router/plays.yaml"))) {
            String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(directory.resolve("plays.yaml"), shipped + "\nbrake: {%s: %d}\n".formatted(PLAY, runs));
        }
        awaitLimit(runs);
    }

    private static void awaitLimit(int runs) {
        RouterWorld.await(() -> brake().get("limit").asInt(), limit -> limit == runs);
    }

    private String tomorrow() {
        long now = world.count("select extract(epoch from playcaller_now())::bigint");
        return Instant.ofEpochSecond(now).plus(Duration.ofDays(1)).toString();
    }

    private static List<String> names(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(one -> one.get("accountId").asText())
                .toList();
    }
}
