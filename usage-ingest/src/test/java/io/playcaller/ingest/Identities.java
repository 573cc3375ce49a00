package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.ContactChanged;
import io.restassured.response.ValidatableResponse;
import java.util.List;

/** What component tests do with people, accounts and domains, and where events land. */
final class Identities {

    private Identities() {}

    static void account(String id) {
        Door.as("crm-key")
                .body("{\"name\":\"%s\"}".formatted(id))
                .put("/v1/accounts/" + id)
                .then()
                .statusCode(200);
    }

    static ValidatableResponse claim(String domain, String account, String more) {
        return Door.as("crm-key")
                .body("{\"accountId\":\"%s\",\"from\":\"2026-01-01\"%s}".formatted(account, more))
                .put("/v1/domains/" + domain)
                .then();
    }

    static void identify(String user, String email) {
        Door.as("web-key")
                .body("{\"userId\":\"%s\",\"traits\":{\"email\":\"%s\"}}".formatted(user, email))
                .post("/v1/identify")
                .then()
                .statusCode(200);
    }

    /** An event that names no account. */
    static ValidatableResponse track(String id, String user) {
        return Door.as("web-key")
                .body("{\"messageId\":\"%s\",\"userId\":\"%s\",\"event\":\"Login\"}".formatted(id, user))
                .post("/v1/track")
                .then()
                .statusCode(200);
    }

    /** Sends an event that names no account, and waits until it is in that account's log. */
    static void landsIn(String account, String id, String user) {
        track(id, user);
        isIn(account, id);
    }

    static void isIn(String account, String id) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Door.facts(id))
                        .singleElement()
                        .satisfies(fact -> assertThat(fact.key()).isEqualTo(account)));
    }

    static ValidatableResponse accountsOf(String user) {
        return Door.as("crm-key").get("/v1/people/" + user + "/accounts").then().statusCode(200);
    }

    static ValidatableResponse merge(String account, String into) {
        return Door.as("crm-key")
                .body("{\"into\":\"%s\",\"reason\":\"one company now\"}".formatted(into))
                .put("/v1/accounts/" + account + "/merge")
                .then();
    }

    static ValidatableResponse undo(String account) {
        return Door.as("crm-key").delete("/v1/accounts/" + account + "/merge").then();
    }

    /** What an account was told of its people. */
    static List<ContactChanged> contacts(String account) {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(fact -> account.equals(fact.key()))
                .filter(fact -> Door.header(fact, "ce_type").equals("io.playcaller.register.contact-changed.v1"))
                .map(fact -> WireJson.read(fact.value(), ContactChanged.class))
                .toList();
    }
}
