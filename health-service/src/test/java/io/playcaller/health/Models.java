package io.playcaller.health;

import static io.playcaller.health.HealthHttp.get;
import static io.playcaller.health.HealthHttp.post;
import static org.awaitility.Awaitility.await;

import io.playcaller.health.engine.HealthEngine;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Map;

/** Models beside the one of the files, by which all tests of the stack go. */
record Models(HealthEngine ofFiles, Pool pool) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    static Map<String, Object> because(String reason) {
        return Map.of("reason", reason);
    }

    static String inForce() {
        return get("/v1/models?limit=500").extract().path("items.find { it.active }.hash");
    }

    /** The shipped cards, under another name. */
    String shipped(String name) {
        String cards =
                get("/v1/models/" + ofFiles.model().contentHash()).extract().path("files.'scorecards.yaml'");
        return cards.replace("model: " + ofFiles.model().version(), "model: " + name);
    }

    /** The same; nobody has full marks by it, and nobody is well. */
    String strict(String name) {
        return shipped(name)
                .replaceAll(": 100\\b", ": 90")
                .replaceFirst("grades: \\{.*}", "grades: { a: 99.9, b: 99.8, c: 99.7, d: 99.6 }");
    }

    /** For the next test: the files are in force, and everything is told that is to be told. */
    void restore() {
        String hash = ofFiles.model().contentHash();
        if (!inForce().equals(hash)) {
            post("/v1/models/" + hash + "/activate", because("the next test")).statusCode(202);
        }
        await().atMost(LIMIT).until(this::everythingIsSent);
    }

    private boolean everythingIsSent() {
        return pool.preparedQuery("select count(*) as waiting from outbox where shard < $1")
                        .executeAndAwait(Tuple.of(LogWriter.PARTITIONS))
                        .iterator()
                        .next()
                        .getLong("waiting")
                == 0;
    }
}
