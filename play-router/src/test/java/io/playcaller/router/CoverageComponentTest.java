package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People over HTTP, what a day holds, and leaving. Olga and otto are said over HTTP: nothing else gives them work. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class CoverageComponentTest {

    private static final String OLGA = """
            {"name": "Olga Orlova", "email": "olga@example.com", "roles": [], "manager": "lea", "calendar": "24x7"}""";

    private static final String OTTO = OLGA.replace("Olga Orlova", "Otto Ott").replace("olga", "otto");

    private final Path directory;
    private Path coverage;
    private String before;
    private RouterWorld world;

    CoverageComponentTest(@ConfigProperty(name = "playcaller.router.config-dir") Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void open() throws IOException {
        coverage = directory.resolve("coverage.yaml");
        before = Files.readString(coverage);
        world = new RouterWorld();
        assertThat(put("olga", OLGA).statusCode()).isEqualTo(200);
    }

    @AfterEach
    void restore() throws IOException {
        delete("olga");
        delete("otto");
        rewrite(before);
        world.close();
    }

    @Test
    void whoIsSaidOverHttpStandsOnTopOfTheFileUntilItIsTakenBack() {
        assertThat(person("olga").orElseThrow().get("source").asText()).isEqualTo("api");
        assertThat(person("ana").orElseThrow().get("source").asText()).isEqualTo("file");

        Response wrong = put("olga", "{\"name\": \"Olga\", \"email\": \"olga@example.com\", \"roles\": [\"pilot\"]}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(RouterWorld.json(wrong).get("field").asText()).isEqualTo("/roles");
        assertThat(delete("ana").statusCode()).isEqualTo(409);

        assertThat(delete("olga").statusCode()).isEqualTo(204);
        assertThat(person("olga")).isEmpty();
        assertThat(world.count("select count(*) from staff_log where staff_id = 'olga' and author = 'ops@example.com'"))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatADayDoesNotHoldBeginsOnALaterOneAndWhatIsCriticalComesAtOnce() throws IOException {
        // Given
        world.keepTheDay();
        rewrite(before.replace("tasks: 0", "tasks: 2"));

        // When
        JsonNode first = olgas("day-1", Severity.HIGH);
        JsonNode second = olgas("day-2", Severity.HIGH);
        JsonNode third = olgas("day-3", Severity.HIGH);
        JsonNode critical = olgas("day-4", Severity.CRITICAL);

        // Then
        assertThat(first.has("startsAt")).isFalse();
        assertThat(second.has("startsAt")).isFalse();
        assertThat(third.at("/assignee/staffId").asText()).isEqualTo("olga");
        assertThat(third.get("why").asText()).contains("Olga Orlova has had 2 new tasks");
        Instant starts = Instant.parse(third.get("startsAt").asText());
        assertThat(starts).isAfter(Instant.parse(third.get("createdAt").asText()));
        assertThat(Instant.parse(third.at("/due/accept").asText())).isAfter(starts);
        assertThat(critical.at("/assignee/staffId").asText()).isEqualTo("olga");
        assertThat(critical.has("startsAt")).isFalse();
    }

    @Test
    void whoLeavesHandsOverEachTaskOnceAndMayDoNothingMore() {
        // Given
        assertThat(put("otto", OTTO).statusCode()).isEqualTo(200);
        String taskId = taskOf("otto", "leave-1", Severity.HIGH).get("taskId").asText();

        // When
        JsonNode preview = RouterWorld.json(ops().post("/v1/offboard/otto?preview=true"));

        // Then
        String to = preview.at("/tasks/0/to").asText();
        assertThat(preview.get("tasks")).hasSize(1);
        assertThat(preview.get("login").asText()).isEqualTo("/v1/users/otto@example.com");
        assertThat(preview.get("overrides").asText()).isEqualTo("/v1/overrides?author=otto&author=otto%40example.com");
        assertThat(to).isIn("ana", "ben");
        assertThat(RouterWorld.task(taskId).at("/assignee/staffId").asText()).isEqualTo("otto");

        // When
        JsonNode done = RouterWorld.json(
                ops().body("{\"reason\": \"He moves to another company.\"}").post("/v1/offboard/otto"));
        JsonNode again = RouterWorld.json(
                ops().body("{\"reason\": \"He moves to another company.\"}").post("/v1/offboard/otto"));

        // Then
        assertThat(done.get("tasks")).hasSize(1);
        assertThat(again.get("tasks")).isEmpty();
        assertThat(RouterWorld.task(taskId).at("/assignee/staffId").asText()).isIn("ana", "ben");
        refuses(RouterWorld.as("otto@example.com", "csm").post("/v1/tasks/" + taskId + "/acknowledge"));
        refuses(RouterWorld.as("otto", "viewer").get("/v1/tasks"));
        refuses(RouterWorld.as("otto", "lead").post("/v1/triage/release"));
        refuses(RouterWorld.as("otto", "admin").body(OTTO).put("/v1/directory/otto?reason=He is back."));
    }

    private static void refuses(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(RouterWorld.json(answer).get("type").asText()).endsWith("has-left");
        assertThat(RouterWorld.json(answer).get("detail").asText()).startsWith("Otto");
    }

    @Test
    void whatCannotBeReadStaysWithWhoLeavesAndTheRestIsHandedOver() {
        // Given
        assertThat(put("otto", OTTO).statusCode()).isEqualTo(200);
        String broken = taskOf("otto", "leave-2", Severity.HIGH).get("taskId").asText();
        String sound = taskOf("otto", "leave-3", Severity.HIGH).get("taskId").asText();
        world.execute("update task set body = '{}' where task_id = '" + broken + "'");

        // When
        JsonNode done = RouterWorld.json(
                ops().body("{\"reason\": \"He moves to another company.\"}").post("/v1/offboard/otto"));

        // Then
        assertThat(done.at("/tasks/0/taskId").asText()).isEqualTo(sound);
        assertThat(done.at("/unreadable/0").asText()).isEqualTo(broken);
        assertThat(RouterWorld.task(sound).at("/assignee/staffId").asText()).isIn("ana", "ben");
        world.execute("update task set open = false where task_id = '" + broken + "'");
        world.execute("delete from timer where task_id = '" + broken + "'");
    }

    @Test
    void booksStandAgainstTheirBands() {
        world.execute("insert into account (account_id, tier, arr_minor, arr_currency, owners) values"
                + " ('book-1', 'enterprise', 100, 'EUR', '[{\"role\": \"csm\", \"staffId\": \"olga\","
                + " \"from\": \"2020-01-01\"}]')");

        JsonNode books = RouterWorld.json(RouterWorld.get("/v1/coverage")).get("items");

        assertThat(books)
                .filteredOn(book -> book.get("book").asText().equals("person/olga"))
                .singleElement()
                .satisfies(book -> {
                    assertThat(book.at("/accounts/enterprise").asInt()).isEqualTo(1);
                    assertThat(book.get("percent").asInt()).isEqualTo(6);
                    assertThat(book.get("fill").asText()).isEqualTo("below");
                });
    }

    private JsonNode olgas(String account, Severity severity) {
        return taskOf("olga", account, severity);
    }

    private JsonNode taskOf(String staffId, String account, Severity severity) {
        world.say(Signals.of(account).owner("csm", staffId).severity(severity).build());
        return world.awaitTask(account);
    }

    private static RequestSpecification ops() {
        return RouterWorld.as("ops@example.com", "ops");
    }

    private static Response put(String staffId, String body) {
        return ops().body(body).put("/v1/directory/" + staffId + "?reason=A test.");
    }

    private static Response delete(String staffId) {
        return ops().delete("/v1/directory/" + staffId + "?reason=A test.");
    }

    private static Optional<JsonNode> person(String staffId) {
        JsonNode people = RouterWorld.json(RouterWorld.get("/v1/directory")).get("items");
        return StreamSupport.stream(people.spliterator(), false)
                .filter(person -> person.get("staffId").asText().equals(staffId))
                .findFirst();
    }

    /** Waits until another version holds, where it is another one. No reader finds half of it. */
    private void rewrite(String text) throws IOException {
        if (!Files.readString(coverage).equals(text)) {
            String fingerprint = fingerprint();
            Path whole = Files.writeString(Files.createTempFile("coverage", ".yaml"), text);
            Files.move(whole, coverage, StandardCopyOption.ATOMIC_MOVE);
            RouterWorld.await(CoverageComponentTest::fingerprint, now -> !now.equals(fingerprint));
        }
    }

    private static String fingerprint() {
        return RouterWorld.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("router_rules_fingerprint"))
                .findFirst()
                .orElse("");
    }
}
