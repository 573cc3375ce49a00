package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;

/** What people do with hand-overs over HTTP: Ana is who has accounts as their csm, Ben who is to have them. */
final class HandOverDeeds {

    private static final String PATH = "/v1/hand-overs";

    private HandOverDeeds() {}

    /** The id of what Ana proposes to Ben. */
    static String proposed(String account) {
        Response response = propose("ana", "csm", account, "ben");
        assertThat(response.statusCode()).isEqualTo(201);
        return RouterWorld.json(response).get("handOverId").asText();
    }

    static Response propose(String by, String role, String account, String to) {
        return RouterWorld.as(by, role).body("""
                {"accountId": "%s", "role": "csm", "to": "%s", "context": "They ship parcels.", "openRisks": "None.",
                 "promises": "None.", "contacts": "Pia, head of IT.", "renewals": "31 December, notice by 30 September."}""".formatted(account, to)).post(PATH);
    }

    static Response accept(String by, String id) {
        return RouterWorld.as(by, "csm").post(PATH + "/" + id + "/accept");
    }

    static Response reject(String id, String because) {
        return answer("ben", id, "reject", because);
    }

    static Response withdraw(String id, String because) {
        return answer("ana", id, "withdraw", because);
    }

    /** Newest first. */
    static JsonNode of(String account) {
        return RouterWorld.json(RouterWorld.as("ana", "csm").get(PATH + "?account=" + account))
                .get("items");
    }

    private static Response answer(String by, String id, String deed, String because) {
        return RouterWorld.as(by, "csm")
                .body("{\"because\": \"" + because + "\"}")
                .post(PATH + "/" + id + "/" + deed);
    }
}
