package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.testkit.TestTokens;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;

/** What component tests do with dead letters. */
final class Letters {

    private Letters() {}

    static RequestSpecification ops() {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer("olga", "ops"))
                .contentType("application/json");
    }

    /** The letters on the topic whose payload contains the text. */
    static List<DeadLetter> onTheTopic(String part) {
        return Door.all(Topic.DEAD_LETTERS).stream()
                .map(record -> WireJson.read(record.value(), DeadLetter.class))
                .filter(letter -> letter.payload().contains(part))
                .toList();
    }

    /** The id of the one letter that contains the text, once it is in the table. */
    static String kept(String part) {
        List<DeadLetter> letters = onTheTopic(part);
        if (letters.size() != 1) {
            throw new AssertionError(letters.size() + " letters with " + part);
        }
        String id = letters.get(0).letterId();
        awaitKept(id);
        return id;
    }

    static void awaitKept(String letterId) {
        await().atMost(SOON)
                .until(() -> ops().get("/v1/dead-letters/" + letterId).statusCode() == 200);
    }

    static ValidatableResponse get(String letterId) {
        return ops().get("/v1/dead-letters/" + letterId).then();
    }

    static ValidatableResponse replay(String letterId) {
        return ops().post("/v1/dead-letters/" + letterId + "/replay").then();
    }

    static ValidatableResponse replay(String letterId, String correction) {
        return ops().body(correction)
                .post("/v1/dead-letters/" + letterId + "/replay")
                .then();
    }
}
