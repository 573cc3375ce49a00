package io.playcaller.router;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks as people meet them in Slack and in their mail. What is critical is told whatever the hour. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
@WithTestResource(PeopleSettings.class)
class PeopleComponentTest {

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
    void aTaskIsOneMessageThatChangesInPlaceWithWhatPeopleDo() {
        // Given: somebody to whose channel nothing else is on its way, as it takes one message a second
        hire("ines");
        String taskId = critical("people-1", "ines");
        JsonNode card = awaitMessage(taskId, one -> true);
        assertThat(card.get("channel").asText()).isEqualTo("DU-ines");
        assertThat(card.toString()).contains("\"acknowledge\"");

        // When: pressed once, told twice
        assertThat(PeopleWorld.press("U-ines", "acknowledge", taskId, 1_700_000_001))
                .isEqualTo(200);
        assertThat(PeopleWorld.press("U-ines", "acknowledge", taskId, 1_700_000_001))
                .isEqualTo(200);

        // Then
        assertThat(transitions(taskId)).containsOnlyOnce("acknowledged");
        JsonNode changed = awaitMessage(taskId, one -> !one.toString().contains("\"acknowledge\""));
        assertThat(changed.get("ts")).isEqualTo(card.get("ts"));
    }

    @Test
    void ofATaskThatEndedTheButtonsAreGoneAndWhoPressesThemIsTold() {
        // Given
        String taskId = critical("people-2", "ana");
        awaitMessage(taskId, one -> true);

        // When
        PeopleWorld.press("U-ana", "complete", taskId + "|succeeded:helped", 1_700_000_002);

        // Then
        awaitMessage("people-2", one -> !one.toString().contains("\"actions\""));
        assertThat(RouterWorld.task(taskId).get("state").asText()).isEqualTo("completed");
        PeopleWorld.press("U-ana", "acknowledge", taskId, 1_700_000_003);
        RouterWorld.await(() -> PeopleWorld.replies("The task is completed"), got -> !got.isEmpty());
    }

    @Test
    void whoIsNotInTheDirectoryIsToldSoAndDoesNothing() {
        // Given
        String taskId = critical("people-3", "ana");
        awaitMessage(taskId, one -> true);

        // When
        int pressed = PeopleWorld.press("U-stranger", "acknowledge", taskId, 1_700_000_004);

        // Then
        assertThat(pressed).isEqualTo(200);
        RouterWorld.await(() -> PeopleWorld.replies("Playcaller does not know you"), got -> !got.isEmpty());
        assertThat(transitions(taskId)).doesNotContain("acknowledged");
    }

    @Test
    void whatIsNotSignedBySlackIsRefused() {
        assertThat(PeopleWorld.callback("payload=%7B%7D", "1700000000", "v0=none"))
                .isEqualTo(401);
    }

    @Test
    void aMessageWhoseAnswerWasLostIsNotSentTwice() {
        // Given: somebody whom no alarm of other tasks tells anything
        hire("emil");
        PeopleWorld.slackAnswers("people-4", "lost");

        // When
        String taskId = critical("people-4", "emil");
        world.firstRungIsOver(taskId, "slack");

        // Then
        awaitDelivery(taskId, "slack", "sent");
        assertThat(PeopleWorld.messages("Acme people-4")).hasSize(1);
    }

    @Test
    void whatCannotBeDeliveredSaysWhyAndHowToMendIt() {
        // Given
        hire("fenja");
        PeopleWorld.slackAnswers("people-5", "is_archived");

        // When
        String taskId = critical("people-5", "fenja");

        // Then
        assertThat(awaitDelivery(taskId, "slack", "failed").get("because").asText())
                .isEqualTo("is_archived: the channel is archived; name another one");
    }

    @Test
    void whatOnePersonCannotBeToldKeepsNobodyElseWaiting() {
        // Given: twice refused, so that it is tried again after five minutes
        hire("greta");
        hire("hanno");
        PeopleWorld.slackAnswers("DU-greta", "restricted_action");
        PeopleWorld.slackAnswers("U-greta", "restricted_action");
        String taskId = critical("people-8", "greta");

        // When
        RouterWorld.as("lea", "lead")
                .body("{\"to\": \"hanno\", \"note\": \"He knows them.\"}")
                .post("/v1/tasks/" + taskId + "/reassign")
                .then()
                .statusCode(200);

        // Then
        assertThat(awaitMessage(taskId, one -> one.get("channel").asText().equals("DU-hanno"))
                        .get("ts"))
                .isNotNull();
        RouterWorld.await(
                () -> deliveries(taskId, "slack"),
                found -> found.stream()
                        .anyMatch(one -> one.get("state").asText().equals("pending")
                                && one.path("because").asText().contains("restricted_action")));
    }

    @Test
    void aLinkAsksFirstAndActsOnce() {
        // Given
        String taskId = critical("people-6", "ana");
        String letter = RouterWorld.await(
                        () -> PeopleWorld.letters("ana", "Acme people-6"), letters -> !letters.isEmpty())
                .get(0);
        String link = "/v1/links/" + PeopleWorld.link(letter, "Complete");
        assertThat(letter).contains("Message-ID: <" + taskId + ".ana@work.example>", "Auto-Submitted: auto-generated");

        // When: a scanner of mails follows it
        given().get(link).then().statusCode(200);

        // Then
        assertThat(RouterWorld.task(taskId).get("state").asText()).isEqualTo("open");

        // When: its person says yes, twice
        given().formParam("choice", "succeeded:helped").post(link).then().statusCode(200);
        Response again = given().formParam("choice", "failed:no-effect").post(link);

        // Then
        JsonNode task = RouterWorld.task(taskId);
        assertThat(task.get("state").asText()).isEqualTo("completed");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.asString()).contains("used already");
        assertThat(given().get("/v1/links/none.ofours").statusCode()).isEqualTo(404);
    }

    @Test
    void theFourthTaskOfADayWaitsForTheDigestOfTheNextMorning() {
        // Given: somebody who has nothing yet
        hire("cleo");
        advanceTo(LocalTime.of(10, 0));
        for (int i = 1; i <= 3; i++) {
            awaitDelivery(high("people-7-" + i), "mail", "sent");
        }

        // When
        String fourth = high("people-7-4");

        // Then
        JsonNode waits = awaitDelivery(fourth, "mail", "digest");
        assertThat(waits.get("because").asText())
                .isEqualTo("Interrupted 3 times today already; the next digest says it.");
        assertThat(PeopleWorld.letters("cleo", "Acme people-7-4")).isEmpty();

        // When
        advanceTo(LocalTime.of(8, 31));

        // Then
        awaitDelivery(fourth, "mail", "digested");
        RouterWorld.await(
                () -> PeopleWorld.letters("cleo", "Your day:"),
                letters -> letters.stream().anyMatch(letter -> letter.contains("Acme people-7-4")));
        assertThat(world.count("select count(*) from delivery where purpose like 'digest/%' and recipient = 'cleo'"
                        + " and created_at > playcaller_now() - interval '1 hour'"))
                .isEqualTo(1);
    }

    private String critical(String account, String owner) {
        return task(account, owner, Severity.CRITICAL);
    }

    private String high(String account) {
        return task(account, "cleo", Severity.HIGH);
    }

    private String task(String account, String owner, Severity severity) {
        world.say(Signals.of(account).severity(severity).owner("csm", owner).build());
        return world.awaitTask(account).get("taskId").asText();
    }

    /** Adds somebody to the directory, and waits until they are there. */
    private static void hire(String id) {
        Path directory = Path.of(ConfigProvider.getConfig().getValue("playcaller.router.config-dir", String.class))
                .resolve("directory.yaml");
        try {
            Files.writeString(
                    directory,
                    "\n  - {id: %s, name: %s, email: %s@example.com, roles: [csm], calendar: 24x7}\n"
                            .formatted(id, id, id),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RouterWorld.await(() -> RouterWorld.get("/v1/directory").asString(), people -> people.contains(id));
    }

    /** Business time of the calendars of the tests, which is UTC; always forward. */
    private void advanceTo(LocalTime time) {
        Instant now = Instant.ofEpochSecond(world.count("select extract(epoch from playcaller_now())::bigint"));
        Instant today = now.atOffset(ZoneOffset.UTC).with(time).toInstant();
        Instant next = today.isAfter(now) ? today : today.plus(Duration.ofDays(1));
        world.advance(Duration.between(now, next));
    }

    private static JsonNode awaitMessage(String word, Predicate<JsonNode> such) {
        return RouterWorld.await(
                        () -> PeopleWorld.messages(word).stream()
                                .filter(one -> !one.has("thread_ts"))
                                .filter(such)
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private static JsonNode awaitDelivery(String taskId, String connector, String state) {
        return RouterWorld.await(
                        () -> deliveries(taskId, connector),
                        found -> found.stream()
                                .anyMatch(one -> one.get("state").asText().equals(state)))
                .stream()
                .filter(one -> one.get("state").asText().equals(state))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> deliveries(String taskId, String connector) {
        return StreamSupport.stream(RouterWorld.task(taskId).get("deliveries").spliterator(), false)
                .filter(one -> one.get("connector").asText().equals(connector)
                        && one.get("purpose").asText().startsWith("created"))
                .toList();
    }

    private static List<String> transitions(String taskId) {
        return StreamSupport.stream(RouterWorld.task(taskId).get("log").spliterator(), false)
                .map(line -> line.get("transition").asText())
                .toList();
    }
}
