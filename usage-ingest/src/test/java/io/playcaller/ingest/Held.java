package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.playcaller.ingest.held.app.HeldSweep;
import io.playcaller.testkit.TestTokens;
import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;

/** What component tests do with events that wait for their account. */
final class Held {

    private Held() {}

    /** Sends an event of somebody who has no account yet. */
    static void track(String id, String user) {
        send("{\"messageId\":\"%s\",\"userId\":\"%s\",\"event\":\"Login\"}".formatted(id, user))
                .body("held", equalTo(1))
                .body("accepted", equalTo(0));
    }

    static ValidatableResponse send(String track) {
        return Door.as("web-key").body(track).post("/v1/track").then().statusCode(200);
    }

    /** Says which account the user belongs to. */
    static void join(String user, String account) {
        Door.as("web-key")
                .body("{\"userId\":\"%s\",\"groupId\":\"%s\"}".formatted(user, account))
                .post("/v1/group")
                .then()
                .statusCode(200);
    }

    /** Ends the wait of an event: it has a letter then. */
    static void expire(String id) throws SQLException {
        due(id);
        sweep();
        // The service's own sweep may have been at it.
        await().atMost(SOON).until(() -> !waits(id));
    }

    static void due(String id) throws SQLException {
        Tables.run("update held_event set held_until = '2000-01-01Z' where event_id = '%s'".formatted(id));
    }

    static void sweep() {
        Arc.container().instance(HeldSweep.class).get().sweep().await().atMost(SOON);
    }

    static boolean waits(String id) throws SQLException {
        return Tables.value("select count(*) from held_event where event_id = ?", id)
                .equals("1");
    }

    /** As a replica leaves it that died after its commit: nobody was told of the edge. */
    static void edgeBehindTheBack(String user, String account) throws SQLException {
        Tables.run("update person set account_id = '%s', version = version + 1 where person_id = %s"
                .formatted(account, personId(user)));
    }

    /** The id of the person, in SQL. */
    static String personId(String user) {
        return "(select person_id from person_identity where kind = 'USER' and external_id = '%s')".formatted(user);
    }

    /** Makes a source; the answer is its write key. */
    static String source(String name) {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer("root", "admin"))
                .contentType("application/json")
                .body("{\"name\":\"%s\",\"feeds\":[\"usage\"]}".formatted(name))
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("writeKey");
    }
}
