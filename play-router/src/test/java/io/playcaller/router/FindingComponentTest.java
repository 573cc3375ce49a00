package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with our own set-up, and with files that somebody would put into force. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class FindingComponentTest {

    private RouterWorld world;

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() {
        ops().delete("/v1/directory/tia?reason=A test.");
        world.close();
    }

    /** As soon as one person has an id in a tool, those who have none may not be known there. */
    @Test
    void peopleWhomAToolMayNotKnowAreOneTaskUntilTheyAreKnown() {
        // When
        assertThat(ops().body("""
                        {"name": "Tia Tool", "email": "tia@example.com", "roles": [], "calendar": "24x7",
                         "identities": {"tracker": "T1"}}""").put("/v1/directory/tia?reason=A test.").statusCode())
                .isEqualTo(200);

        // Then
        JsonNode task =
                RouterWorld.await(() -> task("?state=open&play=people-unmatched"), found -> !found.isMissingNode());
        assertThat(task.get("title").asText()).isEqualTo("People whom a tool may not know");
        assertThat(world.count("select count(*) from finding where key = 'unmatched/tracker'"))
                .isEqualTo(1);

        // When
        ops().delete("/v1/directory/tia?reason=A test.");

        // Then: nobody had accepted it
        String taskId = task.get("taskId").asText();
        RouterWorld.await(() -> RouterWorld.task(taskId).get("state").asText(), state -> state.equals("withdrawn"));
        assertThat(world.count("select count(*) from finding where key = 'unmatched/tracker'"))
                .isZero();
    }

    @Test
    void aDirectoryOfFilesIsCheckedWithoutBeingTakenOver() {
        JsonNode right = RouterWorld.json(ops().body("{\"coverage.yaml\": \"from: shipped\\nday: {tasks: 6}\\n\"}")
                .post("/v1/rules/validate"));
        assertThat(right.get("valid").asBoolean()).isTrue();

        JsonNode wrong = RouterWorld.json(ops().body("{\"plays.yaml\": \"plays: 1\\n\", \"play.yaml\": \"\"}")
                .post("/v1/rules/validate"));
        assertThat(wrong.get("valid").asBoolean()).isFalse();
        assertThat(wrong.get("faults"))
                .extracting(fault -> fault.get("file").asText())
                .contains("play.yaml", "plays.yaml");

        assertThat(ops().body("[]").post("/v1/rules/validate").statusCode()).isEqualTo(400);
        assertThat(RouterWorld.json(RouterWorld.get("/v1/coverage")).get("items"))
                .isNotNull();
    }

    @Test
    void aWholeDirectoryIsSimulated() {
        JsonNode compared = RouterWorld.json(ops().body("{\"plays.yaml\": \"from: shipped\\nwithout: [kickoff]\\n\"}")
                .post("/v1/plays/simulate?days=30"));

        assertThat(keys(compared.at("/proposed/plays")))
                .doesNotContain("kickoff")
                .contains("usage-drop");
        assertThat(keys(compared.at("/inForce/plays"))).contains("kickoff");
    }

    private static JsonNode task(String question) {
        return RouterWorld.json(RouterWorld.get("/v1/tasks" + question)).at("/items/0");
    }

    private static List<String> keys(JsonNode plays) {
        return StreamSupport.stream(plays.spliterator(), false)
                .map(play -> play.get("play").asText())
                .toList();
    }

    private static RequestSpecification ops() {
        return RouterWorld.as("ops@example.com", "ops");
    }
}
