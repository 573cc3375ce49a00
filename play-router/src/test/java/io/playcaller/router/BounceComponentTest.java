package io.playcaller.router;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.register.PersonRecord;
import io.playcaller.router.bounce.Reports;
import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.CallbackSecret;
import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.Tried;
import io.playcaller.router.delivery.app.Connectors;
import io.playcaller.router.delivery.out.PgDeliveries;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
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

    private final PgDeliveries ledger;
    private final Connectors connectors;
    private RouterWorld world;

    @Inject
    BounceComponentTest(PgDeliveries ledger, Connectors connectors) {
        this.ledger = ledger;
        this.connectors = connectors;
    }

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
        sentTo("bounce-1", EMAIL);
        UUID messageId =
                UUID.fromString(awaitState("bounce-1", "sent").get("messageId").asText());
        String report = Reports.of(messageId, "failed", "5.1.1").replace("pia@customer.example", EMAIL);

        // When
        Response told = told(report);
        Response again = told(report);

        // Then
        assertThat(RouterWorld.json(told).get("outcome").asText()).isEqualTo("done");
        assertThat(RouterWorld.json(again).get("outcome").asText()).isEqualTo("unchanged");
        assertThat(awaitState("bounce-1", "bounced").get("sentence").asText())
                .startsWith("It came back (5.1.1): 550 5.1.1")
                .doesNotContain(EMAIL);
        assertThat(world.count("select count(*) from contact where email = '" + EMAIL + "' and bounced_at is not null"))
                .isEqualTo(1);
        world.awaitTask("bounce-1");
    }

    @Test
    void aMessageThatIsRefusedLaterHasTheReasonOfOneRefusedAtOnce() {
        // Given
        String email = "pia-bounce-2@example.com";
        sentTo("bounce-2", email);
        UUID messageId =
                UUID.fromString(awaitState("bounce-2", "sent").get("messageId").asText());

        // When: the mailbox is there, and wants none of ours
        told(Reports.of(messageId, "failed", "5.7.1").replace("pia@customer.example", email));

        // Then
        assertThat(awaitState("bounce-2", "failed").get("reason").asText()).isEqualTo("refused");
        assertThat(world.count("select count(*) from contact where email = '" + email + "' and bounced_at is null"))
                .isEqualTo(1);
    }

    @Test
    void aLetterToOneOfOursThatComesBackHasFailed() {
        // Given
        UUID delivery = UUID.randomUUID();
        world.execute("""
                insert into delivery (delivery_id, connector, purpose, body, state, created_at, sent_at)
                values ('%s', 'mail', 'digest/bounce', '{}', 'sent', playcaller_now(), clock_timestamp())""".formatted(delivery));

        // When
        Response told = told(reportOf(delivery));

        // Then
        assertThat(RouterWorld.json(told).get("outcome").asText()).isEqualTo("done");
        assertThat(cameBack(delivery)).isEqualTo(1);
    }

    @Test
    void aLetterThatComesBackBeforeItsSendingIsWrittenDownHasFailed() {
        // Given: somebody sends it at this moment
        UUID delivery = UUID.randomUUID();
        world.execute("""
                insert into delivery (delivery_id, connector, purpose, body, state, created_at, attempts, next_attempt_at)
                values ('%s', 'mail', 'digest/race', '{}', 'pending', playcaller_now(), 1,
                        clock_timestamp() + interval '5 minutes')""".formatted(delivery));
        assertThat(RouterWorld.json(told(reportOf(delivery))).get("outcome").asText())
                .isEqualTo("done");

        // When they hear that it was taken
        Attempt attempt = new Attempt(
                new Delivery(delivery, delivery, "mail", "digest/race", "{}", 0, null),
                1,
                Instant.parse("2026-03-02T10:00:00Z"),
                Optional.empty());
        ledger.settle(connectors.named("mail").orElseThrow(), new Tried(attempt, new Receipt.Taken(250)))
                .await()
                .atMost(RouterWorld.SOON);

        // Then
        assertThat(cameBack(delivery)).isEqualTo(1);
        assertThat(RouterWorld.json(told(reportOf(delivery))).get("outcome").asText())
                .isEqualTo("unchanged");
    }

    @Test
    void whatWasNeverSentCannotComeBack() {
        UUID delivery = UUID.randomUUID();
        world.execute("""
                insert into delivery (delivery_id, connector, purpose, body, state, created_at, next_attempt_at)
                values ('%s', 'mail', 'digest/early', '{}', 'pending', playcaller_now(),
                        clock_timestamp() + interval '5 minutes')""".formatted(delivery));

        assertThat(RouterWorld.json(told(reportOf(delivery))).get("outcome").asText())
                .isEqualTo("unchanged");
        assertThat(cameBack(delivery)).isZero();
        world.execute("delete from delivery where delivery_id = '" + delivery + "'");
    }

    private long cameBack(UUID delivery) {
        return world.count("select count(*) from delivery where delivery_id = '" + delivery
                + "' and state = 'failed' and because like 'It came back (5.1.1)%'");
    }

    private static String reportOf(UUID delivery) {
        return Reports.of(UUID.randomUUID(), "failed", "5.1.1")
                .replace("Message-ID: ", "X-Playcaller-Delivery: " + delivery + "\nMessage-ID: ");
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
    private void sentTo(String account, String email) {
        world.execute("""
                insert into account (account_id, name, zone)
                select '%s', 'Acme', case when noon < 0 then '-' else '+' end || lpad(abs(noon)::text, 2, '0') || ':00'
                from (select 12 - extract(hour from playcaller_now() at time zone 'UTC')::int as noon) as hours
                on conflict (account_id) do nothing""".formatted(account));
        String personId = account + "-pia";
        world.say(Topic.PEOPLE, personId, 1, new PersonRecord(personId, 1, account, "Pia", email, null, true));
        RouterWorld.await(
                () -> world.count("select count(*) from contact where person_id = '" + personId + "'"),
                count -> count == 1L);
        world.say(Signals.of(account).owner("csm", "ana").build());
    }

    private static JsonNode awaitState(String account, String state) {
        return RouterWorld.await(
                () -> RouterWorld.json(RouterWorld.get("/v1/messages?account=" + account))
                        .get("items")
                        .path(0),
                message -> message.path("state").asText().equals(state));
    }
}
