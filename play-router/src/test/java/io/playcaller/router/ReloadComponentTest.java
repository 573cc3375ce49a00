package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that change while the service runs. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class ReloadComponentTest {

    private final Path directory;
    private Path people;
    private String before;
    private RouterWorld world;

    ReloadComponentTest(@ConfigProperty(name = "playcaller.router.config-dir") Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void open() throws IOException {
        people = directory.resolve("directory.yaml");
        before = Files.readString(people);
        world = new RouterWorld();
    }

    @AfterEach
    void restore() throws IOException {
        Files.writeString(people, before);
        awaitPeople(6);
        world.close();
    }

    @Test
    void whereNobodyIsFoundTheTaskStandsBeforeCsOpsWithTheReasonUntilSomebodyTakesIt() throws IOException {
        // Given
        Files.writeString(people, "people: []\n");
        awaitPeople(0);

        // When
        world.say(Signals.of("reload-1").owner("csm", "ana").build());

        // Then
        JsonNode task = world.awaitTask("reload-1");
        assertThat(task.has("assignee")).isFalse();
        assertThat(task.get("role").asText()).isEqualTo("cs-ops");
        assertThat(task.get("why").asText())
                .isEqualTo("Stands before CS Ops: owner ana (csm) is not in the directory; nobody is csm;"
                        + " nobody is team-lead; nobody is director; nobody is vp-cs.");
        assertThat(RouterWorld.json(RouterWorld.get("/v1/tasks?assignee=none&account=reload-1"))
                        .get("items"))
                .hasSize(1);

        // When the directory is back and somebody acknowledges it
        Files.writeString(people, before);
        awaitPeople(6);
        JsonNode taken = RouterWorld.json(RouterWorld.as("ben@example.com", "csm")
                .post("/v1/tasks/" + task.get("taskId").asText() + "/acknowledge"));

        // Then
        assertThat(taken.at("/assignee/staffId").asText()).isEqualTo("ben");
    }

    @Test
    void anAbsenceThatIsEnteredMovesTheDeadlinesOfOpenTasks() throws IOException {
        // Given
        world.say(Signals.of("reload-2").owner("csm", "ana").build());
        String taskId = world.awaitTask("reload-2").get("taskId").asText();
        JsonNode task = RouterWorld.task(taskId);
        Instant due = Instant.parse(task.at("/due/complete").asText());
        LocalDate today =
                LocalDate.ofInstant(Instant.parse(task.get("createdAt").asText()), ZoneOffset.UTC);

        // When
        Files.writeString(
                people,
                before.replaceFirst(
                        "pools: \\[csm\\], calendar: 24x7",
                        "pools: [csm], calendar: 24x7, absences: [{from: %s, until: %s}]"
                                .formatted(today.plusDays(1), today.plusDays(3))));

        // Then
        RouterWorld.await(
                () -> RouterWorld.task(taskId).at("/due/complete").asText(),
                moved -> moved.equals(due.plus(Duration.ofDays(3)).toString()));
    }

    @Test
    void brokenRulesAreRefusedWholeAndTheLastGoodOnesStay() throws IOException {
        // When
        Files.writeString(people, "people:\n  - {id: x, name: X, email: x@example.com, roles: [pilot]}\n");
        RouterWorld.await(
                () -> RouterWorld.get("/q/metrics").asString(), text -> text.contains("router_rules_refused 1.0"));

        // Then
        awaitPeople(6);
    }

    private static void awaitPeople(int count) {
        RouterWorld.await(
                () -> RouterWorld.json(RouterWorld.get("/v1/directory"))
                        .get("items")
                        .size(),
                size -> size == count);
    }
}
