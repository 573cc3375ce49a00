package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.Topic;
import io.playcaller.ingest.person.app.TextSweep;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What people write in tickets and surveys is kept for those who talk with them, and goes with the person. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class FreeTextComponentTest {

    @Inject
    TextSweep sweep;

    @Test
    void noByteOfItReachesAnyTopicButPeople() {
        ticket(
                "ft-1",
                "ft-dorothy",
                "ft-T1",
                "\"subject\":\"Zanzibar export\",\"description\":\"It stops at row Quokka\"");
        survey("ft-2", "ft-dorothy", "\"comment\":\"Capybara, please\"");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Door.text(Door.all(Topic.PEOPLE)))
                        .contains("Zanzibar")
                        .contains("Quokka")
                        .contains("Capybara"));
        assertThat(Door.facts("ft-1")).hasSize(1);
        assertThat(Door.facts("ft-2")).hasSize(1);
        String elsewhere = Door.text(Stream.of(Topic.CUSTOMER_EVENTS, Topic.ACCOUNT_REGISTER, Topic.DEAD_LETTERS)
                .flatMap(topic -> Door.all(topic).stream())
                .toList());
        assertThat(List.of("Zanzibar", "Quokka", "Capybara"))
                .allSatisfy(word -> assertThat(elsewhere).doesNotContain(word));
    }

    @Test
    void theSameEventAgainSaysNothingNew() {
        ticket("ft-3", "ft-mary", "ft-T2", "\"comment\":\"still broken\"");
        ticket("ft-3", "ft-mary", "ft-T2", "\"comment\":\"still broken\"");
        ticket("ft-4", "ft-mary", "ft-T2", "\"comment\":\"solved, thank you\"");

        texts("ticket=ft-T2").body("items", hasSize(2)).body("items.source", everyItem(equalTo("support-desk")));
        String next = texts("ticket=ft-T2&limit=1")
                .body("items", hasSize(1))
                .extract()
                .path("next");
        texts("ticket=ft-T2&limit=1&cursor=" + next).body("items", hasSize(1)).body("next", nullValue());
        ask("ticket=ft-T2&cursor=nowhere")
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:cursor.invalid"));
        texts("user=ft-mary&account=acme").body("items", hasSize(2));
        texts("survey=ft-3").body("items", hasSize(0));
    }

    @Test
    void wordsOfFeedbackAreKeptByPersonAndNotInTheLog() {
        Door.as("support-key")
                .contentType("application/cloudevents+json")
                .body(event(
                        "ft-9",
                        "io.playcaller.feedback.feedback-given.v1",
                        "\"accountId\":\"acme\",\"userId\":\"ft-kim\",\"feedbackId\":\"ft-F1\",\"theme\":\"exports\","
                                + "\"severity\":\"high\",\"comment\":\"every Friday by hand, says Narwhal\""))
                .post("/v1/events")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        texts("feedback=ft-F1")
                .body("items", hasSize(1))
                .body("items[0].in", equalTo("feedback"))
                .body("items[0].comment", equalTo("every Friday by hand, says Narwhal"));
        assertThat(Door.text(Door.facts("ft-9")))
                .contains("\"theme\":\"exports\"")
                .doesNotContain("Narwhal");
    }

    @Test
    void whatIsTooLongIsCutAndWhatNobodySaidIsNotKept() {
        ticket("ft-5", "ft-ada", "ft-T3", "\"description\":\"" + "x".repeat(12_000) + "\"");
        Door.as("support-key")
                .contentType("application/cloudevents+json")
                .body(event(
                        "ft-6",
                        "io.playcaller.support.ticket-changed.v1",
                        ticketData("ft-T4", "\"comment\":\"anonymous\"")))
                .post("/v1/events")
                .then()
                .statusCode(200);

        texts("ticket=ft-T3").body("items[0].body.length()", equalTo(10_000)).body("items[0].cut", equalTo(true));
        texts("ticket=ft-T4").body("items", hasSize(0));
        assertThat(Door.facts("ft-6")).hasSize(1);
    }

    @Test
    void itGoesWithThePerson() {
        ticket("ft-7", "ft-grace", "ft-T5", "\"subject\":\"Okapi\"");
        String key = texts("ticket=ft-T5").extract().path("items[0].personId")
                + "/"
                + texts("ticket=ft-T5").extract().path("items[0].textId");
        await().atMost(SOON).until(() -> keyed(key).size() == 1);

        Door.as("crm-key").delete("/v1/people/ft-grace").then().statusCode(200);

        texts("ticket=ft-T5").body("items", hasSize(0));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(keyed(key))
                        .hasSize(2)
                        .last()
                        .satisfies(tombstone -> assertThat(tombstone.value()).isNull()));
    }

    @Test
    void whatIsTooOldIsDeleted() throws SQLException {
        ticket("ft-8", "ft-alan", "ft-T6", "\"subject\":\"Axolotl\"");
        Tables.run("update person_text set said_at = said_at - interval '401 days' where ref = 'ft-T6'");

        sweep.sweep().await().atMost(SOON);

        texts("ticket=ft-T6").body("items", hasSize(0));
    }

    @Test
    void aQuestionMustSayWhose() {
        RestAssured.given()
                .header("Authorization", TestTokens.bearer("ann", "csm"))
                .get("/v1/texts")
                .then()
                .statusCode(400);
        RestAssured.given()
                .header("Authorization", TestTokens.bearer("ann", "csm"))
                .get("/v1/texts?user=ft-nobody")
                .then()
                .statusCode(404);
    }

    private static void ticket(String id, String user, String ticket, String said) {
        Door.as("support-key")
                .contentType("application/cloudevents+json")
                .body(event(
                        id,
                        "io.playcaller.support.ticket-changed.v1",
                        ticketData(ticket, "\"userId\":\"" + user + "\"," + said)))
                .post("/v1/events")
                .then()
                .statusCode(200);
    }

    private static String ticketData(String ticket, String more) {
        return """
            "accountId":"acme","ticketId":"%s","status":"open","severity":"sev2","openedAt":"2026-03-01T09:00:00Z",%s\
            """.formatted(ticket, more);
    }

    private static void survey(String id, String user, String said) {
        Door.as("support-key")
                .contentType("application/cloudevents+json")
                .body(event(
                        id,
                        "io.playcaller.feedback.survey-answered.v1",
                        "\"accountId\":\"acme\",\"userId\":\"%s\",\"survey\":\"nps\",\"score\":9,%s"
                                .formatted(user, said)))
                .post("/v1/events")
                .then()
                .statusCode(200);
    }

    private static String event(String id, String type, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"support-desk\",\"type\":\"%s\",\"data\":{%s}}"
                .formatted(id, type, data);
    }

    private static ValidatableResponse texts(String query) {
        return ask(query).statusCode(200);
    }

    private static ValidatableResponse ask(String query) {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer("ann", "csm"))
                .get("/v1/texts?" + query)
                .then();
    }

    private static List<ConsumerRecord<String, byte[]>> keyed(String key) {
        return Door.all(Topic.PEOPLE).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }
}
