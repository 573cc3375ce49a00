package io.playcaller.health;

import static io.playcaller.health.HealthHttp.delete;
import static io.playcaller.health.HealthHttp.get;
import static io.playcaller.health.HealthHttp.post;
import static io.playcaller.health.Models.because;
import static io.playcaller.health.Models.inForce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model in shadow, over HTTP and the log. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class ShadowComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String NO_SHADOW = "urn:playcaller:problem:model.no-shadow";

    @Inject
    HealthEngine ofFiles;

    @Inject
    Pool pool;

    private final LogWriter log = new LogWriter();
    private final String account = "acme-" + UUID.randomUUID();
    private final String name = "strict-" + UUID.randomUUID();

    /** The other tests of this stack go by the files, and nothing is in shadow. */
    @AfterEach
    void theFilesAreInForceAndNothingIsInShadow() {
        delete("/v1/models/shadow?reason=over");
        models().restore();
        log.close();
    }

    @Test
    void whoMovesIsScoredBesideAndNobodyIsTold() {
        String hash = draft();
        post("/v1/models/" + hash + "/shadow", because("a look"))
                .statusCode(200)
                .body("hash", equalTo(hash))
                .body("version", equalTo(name))
                .body("author", equalTo("lea"))
                .body("reason", equalTo("a look"));
        assertThat(inForce()).isEqualTo(ofFiles.model().contentHash());

        movesUntilItIsCompared();

        ValidatableResponse shadow = comparison()
                .statusCode(200)
                .body("shadow.hash", equalTo(hash))
                .body("compared", greaterThanOrEqualTo(1))
                .body("meanDifference", lessThan(0))
                .body("grades.shadow", hasItem("E"));
        int score = shadow.extract().<List<Integer>>path(mine("score")).get(0);
        String grade = shadow.extract().<List<String>>path(mine("grade")).get(0);
        int strictly = shadow.extract().<List<Integer>>path(mine("shadowScore")).get(0);
        assertThat(strictly).isLessThan(score);
        shadow.body(mine("shadowGrade"), contains("E")).body(mine("difference"), contains(strictly - score));
        get("/v1/accounts/" + account + "/health")
                .statusCode(200)
                .body("score", equalTo(score))
                .body("grade", equalTo(grade))
                .body("modelVersion", equalTo(ofFiles.model().version()));
        get("/v1/accounts/" + account + "/history")
                .body("items.findAll { it.modelVersion == '" + name + "' }", hasSize(0));
    }

    @Test
    void whereItEndsWhatItSaidIsGone() {
        String hash = draft();
        post("/v1/models/" + hash + "/shadow", because("a look")).statusCode(200);
        movesUntilItIsCompared();

        delete("/v1/models/shadow?reason=seen").statusCode(204);

        comparison().statusCode(200).body("shadow", nullValue()).body("grades", hasSize(0));
        post("/v1/models/" + hash + "/shadow", because("once more")).statusCode(200);
        comparison().statusCode(200).body(mine("score"), hasSize(0));
    }

    @Test
    void whatIsPutInForceIsInShadowNoLonger() {
        String hash = draft();
        post("/v1/models/" + hash + "/shadow", because("a look")).statusCode(200);

        post("/v1/models/" + hash + "/activate", because("it is good")).statusCode(202);

        comparison().statusCode(200).body("shadow", nullValue()).body("grades", hasSize(0));
    }

    @Test
    void whatIsInShadowAlreadyStaysAsItIs() {
        String hash = draft();
        String since = post("/v1/models/" + hash + "/shadow", because("a look"))
                .statusCode(200)
                .extract()
                .path("since");

        post("/v1/models/" + hash + "/shadow", because("again"))
                .statusCode(200)
                .body("since", equalTo(since))
                .body("reason", equalTo("a look"));
    }

    @Test
    void whatCannotBeDoneIsAnsweredWithTheReason() {
        String files = ofFiles.model().contentHash();
        post("/v1/models/" + files + "/shadow", because("a look"))
                .statusCode(409)
                .body("type", equalTo("urn:playcaller:problem:model.in-force"));
        post("/v1/models/none/shadow", because("a look")).statusCode(404);
        post("/v1/models/" + files + "/shadow", Map.of()).statusCode(400).body("field", equalTo("/reason"));
        delete("/v1/models/shadow").statusCode(400).body("field", equalTo("reason"));
        delete("/v1/models/shadow?reason=none").statusCode(404).body("type", equalTo(NO_SHADOW));
        comparison().statusCode(200).body("shadow", nullValue()).body("grades", hasSize(0));
    }

    /** The replica hears of a shadow within seconds; who moves after that is scored by it. */
    private void movesUntilItIsCompared() {
        log.tick(LogTime.now());
        log.live(
                account,
                LogTime.now(),
                new AccountRecord(account, 1, "Company " + account, null, null, null, null, false, List.of()));
        await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> {
            List<String> differing = comparison().extract().path(mine("accountId"));
            boolean compared = !differing.isEmpty();
            if (!compared) {
                log.live(account, LogTime.now(), new SurveyAnswered(account, SurveyKind.NPS, 9, "ann", null));
                log.tick(LogTime.advance(Duration.ofSeconds(10)));
            }
            return compared;
        });
        await().atMost(LIMIT).until(this::everythingIsRead);
    }

    /** Nothing of what moved the account is still to be folded: the last tick is. */
    private boolean everythingIsRead() {
        return pool.preparedQuery("select 1 from checkpoint where topic = $1 and partition = $2 and log_time >= $3")
                        .executeAndAwait(Tuple.of(
                                LogWriter.topic("customer-events"),
                                LogWriter.partitionOf(account),
                                LogTime.now().atOffset(ZoneOffset.UTC)))
                        .size()
                == 1;
    }

    private Models models() {
        return new Models(ofFiles, pool);
    }

    /** The shipped cards, under another name; nobody has full marks by it, and nobody is well. */
    private String draft() {
        return post(
                        "/v1/models",
                        Map.of("files", Map.of("scorecards.yaml", models().strict(name)), "reason", "a draft"))
                .statusCode(201)
                .extract()
                .path("hash");
    }

    private String mine(String field) {
        return "differ.items.findAll { it.accountId == '" + account + "' }." + field;
    }

    private static ValidatableResponse comparison() {
        return get("/v1/models/shadow?limit=500");
    }
}
