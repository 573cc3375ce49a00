package io.playcaller.health;

import static io.playcaller.health.HealthHttp.awaitFolded;
import static io.playcaller.health.HealthHttp.get;
import static io.playcaller.health.HealthHttp.post;
import static io.playcaller.health.Models.because;
import static io.playcaller.health.Models.inForce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model from its draft into force and back, over HTTP and the log. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class ModelComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Inject
    HealthEngine ofFiles;

    @Inject
    Pool pool;

    private final LogWriter log = new LogWriter();
    private final String account = "acme-" + UUID.randomUUID();
    private final String name = "strict-" + UUID.randomUUID();

    /** The other tests of this stack go by the files. */
    @AfterEach
    void theFilesAreInForceAgain() {
        models().restore();
        log.close();
    }

    @Test
    void theFilesOfTheServiceAreStoredAndInForce() {
        String hash = ofFiles.model().contentHash();

        get("/v1/models/" + hash)
                .statusCode(200)
                .body("author", equalTo("files"))
                .body("files.'scorecards.yaml'", containsString("measures:"))
                .body("activations.author", hasItem("files"));
        assertThat(inForce()).isEqualTo(hash);
    }

    @Test
    void aDraftChangesNothingUntilItIsInForceAndTheWayBackRestoresTheScore() {
        scored();
        String grade = health().extract().path("grade");
        int score = health().extract().path("score");
        String hash = draft(models().strict(name)).statusCode(201).extract().path("hash");
        get("/v1/models/" + hash).body("activations", hasSize(0)).body("version", equalTo(name));
        assertThat(inForce()).isNotEqualTo(hash);

        post("/v1/models/" + hash + "/activate", because("fewer surprises"))
                .statusCode(202)
                .body("hash", equalTo(hash))
                .body("replaced", equalTo(ofFiles.model().contentHash()))
                .body("author", equalTo("lea"));

        await().atMost(LIMIT).until(() -> name.equals(health().extract().path("modelVersion")));
        health().body("grade", not(equalTo(grade)))
                .body("contributions", not(hasSize(0)))
                .body("contributions.cause", everyItem(equalTo("model")))
                .body("openSignals.findAll { it.kind == 'risk' }", hasSize(0));
        post("/v1/models/rollback", because("too strict")).statusCode(202);
        await().atMost(LIMIT)
                .until(() -> ofFiles.model().version().equals(health().extract().path("modelVersion")));
        health().body("grade", equalTo(grade)).body("score", equalTo(score));
        assertThat(inForce()).isEqualTo(ofFiles.model().contentHash());
    }

    @Test
    void aChildCountsForItsParentWhileAModelRollsUp() {
        scored();
        String parent = "holding-" + UUID.randomUUID();
        ParentLink link = new ParentLink(parent, LocalDate.of(2020, 1, 1), null);
        log.live(
                account,
                LogTime.now(),
                new AccountRecord(account, 2, "Company " + account, null, null, null, null, false, List.of(link)));
        int score = health().extract().path("score");
        String hash = draft(rolling()).statusCode(201).extract().path("hash");

        post("/v1/models/" + hash + "/activate", because("one view of the group"))
                .statusCode(202);

        Integer wholePoints = score / 1000 * 1000;
        await().atMost(LIMIT)
                .until(() -> wholePoints.equals(
                        get("/v1/accounts/" + parent + "/health").extract().path("score")));
        get("/v1/accounts/" + parent + "/health")
                .statusCode(200)
                .body("contributions.cause", everyItem(equalTo("child")))
                .body("contributions.dimension", equalTo(List.of("children")))
                .body("contributions.evidence.source", equalTo(List.of("playcaller/health-service")))
                .body("dimensions.points", equalTo(List.of(wholePoints)))
                .body("openSignals", hasSize(0));
    }

    @Test
    void aMeasureThatADraftDeclaresCountsOnceItIsInForce() {
        scored();
        log.live(account, LogTime.now(), new ContactChanged(account, "ally", ContactRole.CHAMPION, true, 1));
        String hash = draft(declaring()).statusCode(201).extract().path("hash");

        post("/v1/models/" + hash + "/activate", because("champions count")).statusCode(202);

        String champions = "measures.find { it.measure == 'champions' }";
        await().atMost(LIMIT)
                .until(() -> Integer.valueOf(1000).equals(health().extract().path(champions + "?.value")));
        health().body(champions + ".sentence", equalTo("1 champion"))
                .body(champions + ".points", equalTo(40_000))
                .body("contributions.find { it.measure == 'champions' }.cause", equalTo("model"));
    }

    @Test
    void everythingThatIsWrongWithADraftIsSaidAtOnce() {
        Map<String, Object> body = Map.of(
                "files",
                Map.of(
                        "scorecards.yaml",
                        "model: x\nmesures: []\n",
                        "usage.yaml",
                        "cores: []\n",
                        "plays.yaml",
                        "a: 1\n"),
                "reason",
                "a try");

        post("/v1/models", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:playcaller:problem:model.invalid"))
                .body("errors.field", hasItem(containsString("/files/scorecards.yaml:2 mesures")))
                .body("errors.field", hasItem(containsString("/files/usage.yaml")))
                .body("errors.field", hasItem("/files/plays.yaml"))
                .body("errors.actual", everyItem(notNullValue()));
    }

    @Test
    void aDraftThatIsThereAlreadyIsAnsweredAsItIs() {
        String hash = draft(models().strict(name)).statusCode(201).extract().path("hash");

        draft(models().strict(name)).statusCode(200).body("hash", equalTo(hash)).body("author", equalTo("lea"));
    }

    @Test
    void theListHasTheNewestFirstAndGoesOnWhereAPageEnds() {
        draft(models().strict(name)).statusCode(201);

        ValidatableResponse first = get("/v1/models?limit=1").body("items.version", equalTo(List.of(name)));
        String next = first.extract().path("next");

        get("/v1/models?limit=1&cursor=" + next)
                .body("items", hasSize(1))
                .body("items.version", not(equalTo(List.of(name))));
    }

    @Test
    void whatCannotBeDoneIsAnsweredWithTheReason() {
        post("/v1/models/none/activate", because("a try")).statusCode(404);
        post("/v1/models/" + ofFiles.model().contentHash() + "/activate", because("a try"))
                .statusCode(409)
                .body("type", equalTo("urn:playcaller:problem:model.in-force"));
        post("/v1/models/rollback", Map.of()).statusCode(400).body("field", equalTo("/reason"));
        post("/v1/models", Map.of("reason", "a try")).statusCode(400).body("field", equalTo("/files"));
    }

    private void scored() {
        log.tick(LogTime.now());
        log.live(
                account,
                LogTime.now(),
                new AccountRecord(account, 1, "Company " + account, null, null, null, null, false, List.of()));
        log.live(account, LogTime.now(), new SurveyAnswered(account, SurveyKind.NPS, 9, "ann", null));
        log.tick(LogTime.advance(Duration.ofSeconds(10)));
        awaitFolded(log);
        await().atMost(LIMIT)
                .until(() ->
                        get("/v1/accounts/" + account + "/health").extract().path("score") != null);
    }

    /** The shipped cards, under another name; the worst of a family stands. */
    private String rolling() {
        return models().shipped(name).replace("\n    weights:", "\n    rollUp: worst\n    weights:");
    }

    private Models models() {
        return new Models(ofFiles, pool);
    }

    /** The shipped cards, under another name, beside a measure of their own. */
    private String declaring() {
        String own = """
                  - measure: champions
                    value: { contacts: champion }
                    dimension: support
                    weight: 25
                    optional: true
                    reason: rel.single_thread
                    curve: { 0: 0, 1: 40 }
                """;
        return models().shipped(name).replace("\nscorecards:\n", "\n" + own + "scorecards:\n");
    }

    private ValidatableResponse draft(String scorecards) {
        return post("/v1/models", Map.of("files", Map.of("scorecards.yaml", scorecards), "reason", "a draft"));
    }

    private ValidatableResponse health() {
        return get("/v1/accounts/" + account + "/health").statusCode(200);
    }
}
