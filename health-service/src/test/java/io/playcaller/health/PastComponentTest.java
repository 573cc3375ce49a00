package io.playcaller.health;

import static io.playcaller.health.HealthHttp.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Scores of the past: an answer at {@code first}, another one ten seconds later, and after it a third one that had been given
 * four seconds after the first.
 */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class PastComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final LogWriter log = new LogWriter();
    private final String account = "past-" + UUID.randomUUID();
    private final Instant first = LogTime.advance(Duration.ofSeconds(10));
    private final Instant late = first.plusSeconds(4);
    private final Instant second = LogTime.advance(Duration.ofSeconds(10));

    /** Revisions of the three changes, in the order in which they were announced. */
    private List<Integer> revisions = List.of();

    @BeforeEach
    void threeAnswers() {
        log.tick(first);
        answered(SurveyKind.NPS, 9, first);
        log.tick(second);
        answered(SurveyKind.NPS, 3, second);
        answered(SurveyKind.CSAT, 1, late);
        await().atMost(LIMIT).untilAsserted(() -> history("").body("items", hasSize(3)));
        List<Integer> newestFirst = history("").extract().path("items.rev");
        revisions = List.of(newestFirst.get(2), newestFirst.get(1), newestFirst.get(0));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void asOfATimeTheScoreIsWhatWasSaidThenAndWhatWasLearnedSinceStandsApart() {
        past("asOf=" + late.plusSeconds(1))
                .body("change.rev", equalTo(revisions.get(0)))
                .body("learnedLater.rev", contains(revisions.get(2)));
        past("asOf=" + late.minusSeconds(1))
                .body("change.rev", equalTo(revisions.get(0)))
                .body("learnedLater", empty());
    }

    @Test
    void whatWasNotKnownByThenIsLeftOut() {
        Instant then = late.plusSeconds(1);

        past("asOf=" + then + "&knownAt=" + then)
                .body("change.rev", equalTo(revisions.get(0)))
                .body("learnedLater", empty());
        past("knownAt=" + then).body("change.rev", equalTo(revisions.get(0)));
    }

    @Test
    void asOfNowIsThePresentScore() {
        int score = get("/v1/accounts/" + account + "/health").extract().path("score");

        past("asOf=" + second)
                .body("change.score", equalTo(score))
                .body("change.dimensions.points.sum()", equalTo(score))
                .body("learnedLater", empty());
        past("knownAt=" + second).body("change.score", equalTo(score));
    }

    @Test
    void historyIsCutByBothTimes() {
        history("?asOf=" + late).body("items.rev", contains(revisions.get(2), revisions.get(0)));
        history("?knownAt=" + late).body("items.rev", contains(revisions.get(0)));
        history("?to=" + second).body("items.rev", contains(revisions.get(2), revisions.get(0)));
    }

    @Test
    void beforeTheFirstScoreThereIsNoneAndTheAnswerSaysSinceWhen() {
        String path = "/v1/accounts/" + account + "/health";

        get(path + "?asOf=" + first.minusSeconds(1))
                .statusCode(404)
                .body("type", equalTo("urn:playcaller:problem:history.none"))
                .body("detail", containsString("history begins at " + first));
        get(path + "?knownAt=" + first.minusSeconds(1))
                .statusCode(404)
                .body("detail", containsString("ask for a later knownAt"));
        get("/v1/accounts/nobody/health?asOf=" + first)
                .statusCode(404)
                .body("type", equalTo("urn:playcaller:problem:account.unknown"));
    }

    @Test
    void aTimeThatIsNoneIsRefusedByName() {
        String of = "/v1/accounts/" + account;

        get(of + "/health?asOf=yesterday").statusCode(400).body("field", equalTo("asOf"));
        get(of + "/health?knownAt=%2B999999-01-01T00:00:00Z").statusCode(400).body("field", equalTo("knownAt"));
        get(of + "/history?knownAt=1").statusCode(400).body("field", equalTo("knownAt"));
        get(of + "/history?from=" + second + "&to=" + first)
                .statusCode(400)
                .body("field", equalTo("to"))
                .body("expected", containsString("after from"));
    }

    private void answered(SurveyKind kind, int score, Instant at) {
        log.live(account, at, new SurveyAnswered(account, kind, score, "ann", null));
    }

    private ValidatableResponse past(String query) {
        return get("/v1/accounts/" + account + "/health?" + query).statusCode(200);
    }

    private ValidatableResponse history(String query) {
        return get("/v1/accounts/" + account + "/history" + query).statusCode(200);
    }
}
