package io.playcaller.router;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.register.PersonRecord;
import io.playcaller.router.bounce.Reports;
import io.playcaller.router.delivery.CallbackSecret;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters that a server took and gave up later. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(MessageSettings.class)
class BounceComponentTest {

    private static final String EMAIL = "pia-bounce-1@example.com";

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
    void aMessageThatComesBackIsNotedAndOneOfOursIsAskedAtOnce() {
        // Given
        sentTo("bounce-1");
        UUID messageId = UUID.fromString(awaitState("sent").get("messageId").asText());
        String report = Reports.of(messageId, "failed", "5.1.1").replace("pia@customer.example", EMAIL);

        // When
        Response told = told(report);
        Response again = told(report);

        // Then
        assertThat(RouterWorld.json(told).get("outcome").asText()).isEqualTo("done");
        assertThat(RouterWorld.json(again).get("outcome").asText()).isEqualTo("unchanged");
        assertThat(awaitState("bounced").get("sentence").asText())
                .startsWith("It came back (5.1.1): 550 5.1.1")
                .doesNotContain(EMAIL);
        assertThat(world.count("select count(*) from contact where email = '" + EMAIL + "' and bounced_at is not null"))
                .isEqualTo(1);
        world.awaitTask("bounce-1");
    }

    @Test
    void aLetterToOneOfOursThatComesBackHasFailed() {
        // Given
        UUID delivery = UUID.randomUUID();
        world.execute("""
                insert into delivery (delivery_id, connector, purpose, body, state, created_at, sent_at)
                values ('%s', 'mail', 'digest/bounce', '{}', 'sent', playcaller_now(), clock_timestamp())""".formatted(delivery));
        String report = Reports.of(UUID.randomUUID(), "failed", "5.1.1")
                .replace("Message-ID: ", "X-Playcaller-Delivery: " + delivery + "\nMessage-ID: ");

        // When
        Response told = told(report);

        // Then
        assertThat(RouterWorld.json(told).get("outcome").asText()).isEqualTo("done");
        assertThat(world.count("select count(*) from delivery where delivery_id = '" + delivery
                        + "' and state = 'failed' and because like 'It came back (5.1.1)%'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsNotSignedIsNotBelievedAndWhatIsNoReportIsRefused() {
        Response unsigned = given().contentType("application/octet-stream")
                .body(Reports.of(UUID.randomUUID(), "failed", "5.1.1").getBytes(StandardCharsets.UTF_8))
                .post("/v1/callbacks/mail");

        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(told("Subject: I am away\n\nUntil Monday.").statusCode()).isEqualTo(400);
    }

    private static Response told(String report) {
        return given().header(
                        "X-Hub-Signature",
                        CallbackSecret.of(MessageSettings.BOUNCE_SECRET).sign(report.getBytes(StandardCharsets.UTF_8)))
                .contentType("application/octet-stream")
                .body(report.getBytes(StandardCharsets.UTF_8))
                .post("/v1/callbacks/mail");
    }

    /** A person of an account where it is about noon now gets the message of a play. */
    private void sentTo(String account) {
        world.execute("""
                insert into account (account_id, name, zone)
                select '%s', 'Acme', case when noon < 0 then '-' else '+' end || lpad(abs(noon)::text, 2, '0') || ':00'
                from (select 12 - extract(hour from playcaller_now() at time zone 'UTC')::int as noon) as hours
                on conflict (account_id) do nothing""".formatted(account));
        String personId = account + "-pia";
        world.say(Topic.PEOPLE, personId, 1, new PersonRecord(personId, 1, account, "Pia", EMAIL, null, true));
        RouterWorld.await(
                () -> world.count("select count(*) from contact where person_id = '" + personId + "'"),
                count -> count == 1L);
        world.say(Signals.of(account).owner("csm", "ana").build());
    }

    private static JsonNode awaitState(String state) {
        return RouterWorld.await(
                () -> RouterWorld.json(RouterWorld.get("/v1/messages?account=bounce-1"))
                        .get("items")
                        .path(0),
                message -> message.path("state").asText().equals(state));
    }
}
