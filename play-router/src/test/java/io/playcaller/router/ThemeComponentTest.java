package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issue that comes back at several accounts. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class ThemeComponentTest {

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
    void aThemeOfThreeAccountsIsOneTaskWhichAFourthJoins() {
        // Given
        world.say(Signals.of("theme-1").themes("parcel-export").build());
        world.say(Signals.of("theme-2").themes("parcel-export", "login").build());
        world.say(Signals.of("theme-3").themes("parcel-export").build());

        // When, then
        JsonNode task = RouterWorld.await(ThemeComponentTest::shared, found -> found.size() == 1)
                .get(0);
        assertThat(task.get("play").asText()).isEqualTo("recurring-issue");
        assertThat(task.get("sentence").asText())
                .isEqualTo("The same issue keeps coming back at 3 accounts: parcel-export");

        // When
        Signals fourth = Signals.of("theme-4").themes("parcel-export");
        world.say(fourth.build());

        // Then
        String taskId = task.get("taskId").asText();
        JsonNode raised = RouterWorld.await(
                () -> RouterWorld.task(taskId), seen -> steps(seen).contains("raised"));
        assertThat(raised.get("sentence").asText()).contains("at 4 accounts");
        assertThat(shared()).hasSize(1);

        // When: that one has none for a while, and has them again
        world.say(fourth.transition(2, SignalState.CLEARED).build());
        awaitSentence(taskId, "at 3 accounts");
        world.say(Signals.of("theme-4").themes("parcel-export").build());

        // Then
        JsonNode noted = awaitSentence(taskId, "at 4 accounts");
        assertThat(steps(noted)).containsOnlyOnce("raised");
    }

    private static JsonNode awaitSentence(String taskId, String words) {
        return RouterWorld.await(
                () -> RouterWorld.task(taskId),
                seen -> seen.get("sentence").asText().contains(words));
    }

    private static List<JsonNode> shared() {
        JsonNode all = RouterWorld.json(RouterWorld.get("/v1/tasks?state=open&play=recurring-issue"))
                .get("items");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(task -> !task.has("accountId"))
                .toList();
    }

    private static List<String> steps(JsonNode task) {
        return StreamSupport.stream(task.get("log").spliterator(), false)
                .map(line -> line.get("transition").asText())
                .toList();
    }
}
