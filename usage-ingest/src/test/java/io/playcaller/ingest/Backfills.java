package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.Callable;

/** What component tests do with imports. The answer waits a moment until the log is told: whoever needs that asks again. */
final class Backfills {

    private Backfills() {}

    /** Opens a run; the log knows it then. */
    static ValidatableResponse open(String key, String run) {
        return told(
                () -> Door.as(key).body("{\"runId\":\"%s\"}".formatted(run)).post("/v1/backfills"), "startAnnounced");
    }

    /** Ends a run; the log knows it then. */
    static ValidatableResponse end(String key, String run) {
        return told(() -> Door.as(key).post("/v1/backfills/" + run + "/end"), "endAnnounced");
    }

    private static ValidatableResponse told(Callable<Response> ask, String what) {
        return await().atMost(SOON).until(ask, answer -> isTold(answer, what)).then();
    }

    private static boolean isTold(Response answer, String what) {
        return answer.then().statusCode(200).extract().<Boolean>path(what);
    }
}
