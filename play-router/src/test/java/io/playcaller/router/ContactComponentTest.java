package io.playcaller.router;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.PersonRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class ContactComponentTest {

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
    void whoWasWrittenToTwiceWaitsAndWhoRefusesIsNeverWrittenToAgain() {
        // Given: whatever hour it is, their day has begun
        known("contact-1", "contact-acc-1", true);
        awake("contact-acc-1");

        // When
        JsonNode first = take("contact-1");
        JsonNode second = take("contact-1");
        JsonNode third = take("contact-1");

        // Then
        assertThat(first.get("allowed").asBoolean()).isTrue();
        assertThat(second.get("messageId")).isNotEqualTo(first.get("messageId"));
        assertThat(third.get("allowed").asBoolean()).isFalse();
        assertThat(third.get("reason").asText()).isEqualTo("too-many");
        assertThat(third.hasNonNull("next")).isTrue();

        // When: a filter of mail follows the link, then a person refuses, twice
        String address = first.get("unsubscribe").asText();
        assertThat(address).startsWith("https://success.example/v1/unsubscribe/");
        String wayOut = URI.create(address).getPath();
        given().get(wayOut).then().statusCode(200);
        assertThat(may("contact-1").get("reason").asText()).isEqualTo("too-many");
        for (int time = 0; time < 2; time++) {
            given().contentType("application/x-www-form-urlencoded")
                    .body("List-Unsubscribe=One-Click")
                    .post(wayOut)
                    .then()
                    .statusCode(200);
        }

        // Then
        assertThat(may("contact-1").get("reason").asText()).isEqualTo("unsubscribed");
        given().post(wayOut + "x").then().statusCode(404);
    }

    @Test
    void nobodyIsWrittenToWithoutConsentNorWhileOneOfOursWorksOnARisk() {
        known("contact-2", "contact-acc-2", false);
        known("contact-3", "contact-acc-3", true);
        world.say(Signals.of("contact-acc-3")
                .reason(Reason.USAGE_DROP)
                .owner("csm", "ana")
                .build());
        world.awaitTask("contact-acc-3");

        assertThat(take("contact-2").get("reason").asText()).isEqualTo("no-consent");
        assertThat(take("contact-3").get("reason").asText()).isEqualTo("human-play");
        assertThat(take("contact-nobody").get("reason").asText()).isEqualTo("unknown-person");
    }

    @Test
    void nobodyIsWrittenToFromTheOpeningOfASevereTicketUntilItsEnd() {
        // Given
        known("contact-8", "contact-acc-8", true);
        awake("contact-acc-8");
        Instant opened = Instant.parse("2026-03-02T11:00:00Z");
        HealthChanged calm = Signals.health("contact-acc-8", "adoption", opened, null);

        // When, then
        world.say(Topic.HEALTH_CHANGES, "contact-acc-8", 1, Signals.severe(calm, opened));
        RouterWorld.await(() -> may("contact-8").get("reason").asText(), reason -> reason.equals("severe-ticket"));

        // When, then
        world.say(Topic.HEALTH_CHANGES, "contact-acc-8", 2, calm);
        RouterWorld.await(() -> may("contact-8").get("allowed").asBoolean(), allowed -> allowed);
    }

    @Test
    void idsThatShareAMailboxShareItsMeasureAndItsRefusal() {
        // Given
        known("contact-5", "contact-acc-5", "paul@shared.example", true);
        known("contact-6", "contact-acc-5", "Paul@Shared.example", true);
        awake("contact-acc-5");

        // When, then
        take("contact-5");
        String wayOut =
                URI.create(take("contact-6").get("unsubscribe").asText()).getPath();
        assertThat(take("contact-5").get("reason").asText()).isEqualTo("too-many");

        // When one of them refuses, and a third gets the mailbox later
        given().post(wayOut).then().statusCode(200);
        known("contact-7", "contact-acc-5", "paul@shared.example", true);

        // Then
        assertThat(may("contact-5").get("reason").asText()).isEqualTo("unsubscribed");
        assertThat(may("contact-7").get("reason").asText()).isEqualTo("unsubscribed");

        // When who refused is forgotten
        world.topics().produce(new ProducerRecord<>(RouterWorld.topic(Topic.PEOPLE), "contact-6", null));
        RouterWorld.await(
                () -> world.count("select count(*) from contact where person_id = 'contact-6'"), left -> left == 0L);

        // Then
        assertThat(may("contact-7").get("reason").asText()).isEqualTo("unsubscribed");
    }

    @Test
    void ofWhoIsForgottenNothingIsKept() {
        // Given
        known("contact-4", "contact-acc-4", true);
        awake("contact-acc-4");
        take("contact-4");

        // When
        world.topics().produce(new ProducerRecord<>(RouterWorld.topic(Topic.PEOPLE), "contact-4", null));

        // Then
        RouterWorld.await(() -> world.count("""
                        select (select count(*) from contact where person_id = 'contact-4')
                             + (select count(*) from contact_message where person_id = 'contact-4')"""), left -> left == 0L);
    }

    private void known(String personId, String accountId, boolean mayContact) {
        known(personId, accountId, personId + "@customer.example", mayContact);
    }

    private void known(String personId, String accountId, String email, boolean mayContact) {
        world.say(
                Topic.PEOPLE,
                personId,
                1,
                new PersonRecord(personId, 1, accountId, "Pia Person", email, null, mayContact));
        RouterWorld.await(
                () -> world.count("select count(*) from contact where person_id = '" + personId + "'"),
                count -> count == 1L);
    }

    /** Puts the account where it is about noon now. */
    private void awake(String accountId) {
        world.execute("""
                insert into account (account_id, zone)
                select '%s', case when noon < 0 then '-' else '+' end || lpad(abs(noon)::text, 2, '0') || ':00'
                from (select 12 - extract(hour from playcaller_now() at time zone 'UTC')::int as noon) as hours""".formatted(accountId));
    }

    private static JsonNode take(String personId) {
        return RouterWorld.json(RouterWorld.as("mailer", "service")
                .body("{\"template\": \"gone-silent-1\"}")
                .post("/v1/contacts/" + personId + "/messages"));
    }

    private static JsonNode may(String personId) {
        return RouterWorld.json(RouterWorld.get("/v1/contacts/" + personId));
    }
}
