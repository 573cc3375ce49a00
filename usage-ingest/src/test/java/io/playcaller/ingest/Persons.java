package io.playcaller.ingest;

import static io.playcaller.ingest.Letters.kept;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;

/** What component tests say of a person, at every door where something of them is kept. */
final class Persons {

    private Persons() {}

    /** In the register, with an address. */
    static void put(String user, String account) {
        Door.as("crm-key")
                .body(
                        "{\"accountId\":\"%s\",\"name\":\"Name of %s\",\"email\":\"%s@engine.example\",\"role\":\"sponsor\"}"
                                .formatted(account, user, user))
                .put("/v1/people/" + user)
                .then()
                .statusCode(200);
    }

    static void alias(String user, String browser) {
        Door.as("web-key")
                .body("{\"userId\":\"%s\",\"previousId\":\"%s\"}".formatted(user, browser))
                .post("/v1/alias")
                .then()
                .statusCode(200);
    }

    /** A ticket with words of theirs. */
    static void write(String id, String user, String account, String words) {
        Door.as("support-key")
                .contentType("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"%s","source":"support-desk","type":"io.playcaller.support.ticket-changed.v1",
                         "data":{"accountId":"%s","userId":"%s","ticketId":"T-%s","status":"open","severity":"sev2",
                                 "openedAt":"2026-03-01T09:00:00Z","subject":"%s"}}""".formatted(id, account, user, id, words))
                .post("/v1/events")
                .then()
                .statusCode(200);
    }

    /** A call that is refused: the id of its letter. */
    static String refuse(String id, String user) {
        Door.as("web-key")
                .body("{\"messageId\":\"%s\",\"userId\":\"%s\"}".formatted(id, user))
                .post("/v1/track")
                .then()
                .statusCode(400);
        return kept(id);
    }

    /** An event that waits for the account of somebody else, and names them. */
    static void meet(String id, String friend, String user) {
        Door.as("web-key")
                .contentType("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"%s","source":"web","type":"io.playcaller.success.touch-recorded.v1",
                         "data":{"userIds":["%s","%s"],"kind":"call","staffId":"s1"}}""".formatted(id, friend, user))
                .post("/v1/events")
                .then()
                .statusCode(200)
                .body("held", equalTo(1));
    }

    static ValidatableResponse erase(String user) {
        return Door.as("crm-key").delete("/v1/people/" + user).then();
    }

    static String personId(String user) {
        return Door.as("crm-key")
                .get("/v1/people/" + user)
                .then()
                .statusCode(200)
                .extract()
                .path("personId");
    }
}
