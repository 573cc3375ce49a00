package io.playcaller.ingest;

import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tools that call us: who signs is believed, and what they say counts once. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class WebhooksComponentTest {

    private static final String SECRET = "secret of the help desk";

    @Test
    void aSolvedTicketIsInTheLogOnceHoweverOftenItIsDelivered() {
        String body = ticket("wh-1", "SOLVED", "10002");

        Tool.desk(body).statusCode(200).body("accepted", equalTo(1)).body("refused", hasSize(0));
        Tool.desk(body).statusCode(200).body("accepted", equalTo(0)).body("duplicates", equalTo(1));

        assertThat(facts("wh-1")).singleElement().satisfies(fact -> {
            assertThat(fact.key()).isEqualTo("acme");
            assertThat(header(fact, "ce_source")).isEqualTo("desk");
            assertThat(header(fact, "ce_type")).isEqualTo("io.playcaller.support.ticket-changed.v1");
            TicketChanged ticket = WireJson.read(fact.value(), TicketChanged.class);
            assertThat(ticket.ticketId()).isEqualTo("5158");
            assertThat(ticket.status()).isEqualTo(TicketStatus.SOLVED);
            assertThat(ticket.severity()).isEqualTo(TicketSeverity.SEV2);
        });
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("playcaller_ingest_accepted_total{door=\"webhook/desk\",environment=\"live\"}")
                .contains("playcaller_ingest_duplicates_total{door=\"webhook/desk\",environment=\"live\"}");
    }

    @Test
    void whoDoesNotSignRightNowIsRefusedUnreadAndNothingIsKept() {
        String body = ticket("wh-2", "OPEN", "10002");
        double missing = Door.refused("proof.missing");
        double wrong = Door.refused("proof.wrong");
        double outdated = Door.refused("proof.outdated");

        Tool.call("desk", body, Map.of())
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:playcaller:problem:proof.missing"))
                .body("field", equalTo("X-Zendesk-Webhook-Signature"));
        Tool.desk(body, Instant.now(), "the secret of somebody else")
                .statusCode(401)
                .body("type", equalTo("urn:playcaller:problem:proof.wrong"));
        Tool.desk("no JSON at all", Instant.now(), "the secret of somebody else")
                .statusCode(401);
        Tool.desk(body, Instant.now().minus(Duration.ofMinutes(6)), SECRET)
                .statusCode(401)
                .body("type", equalTo("urn:playcaller:problem:proof.outdated"))
                .body("field", equalTo("X-Zendesk-Webhook-Signature-Timestamp"));
        Tool.call("desk", body, Map.of("Authorization", "Basic " + Door.base64("web-key:")))
                .statusCode(401);

        assertThat(facts("wh-2")).isEmpty();
        assertThat(Letters.onTheTopic("wh-2")).isEmpty();
        assertThat(Door.refused("proof.missing")).isEqualTo(missing + 2);
        assertThat(Door.refused("proof.wrong")).isEqualTo(wrong + 2);
        assertThat(Door.refused("proof.outdated")).isEqualTo(outdated + 1);
    }

    @Test
    void aWebhookThatNobodyNamedIsNotThere() {
        double unknown = Door.refused("webhook.unknown");

        Tool.call("no-such", "{}", Map.of())
                .statusCode(404)
                .body("type", equalTo("urn:playcaller:problem:webhook.unknown"));

        assertThat(Door.refused("webhook.unknown")).isEqualTo(unknown + 1);
    }

    @Test
    void whatCannotBeUsedIsNoFailureOfTheToolsAndIsKeptToBeMended() {
        Tool.desk(ticket("wh-3", "OPEN", "10003"))
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("refused[0].problem.type", equalTo("urn:playcaller:problem:field.invalid"))
                .body("refused[0].problem.field", equalTo("/detail/organization_id"))
                .body("refused[0].problem.actual", equalTo("'10003'"));

        assertThat(Letters.onTheTopic("wh-3")).singleElement().satisfies(letter -> {
            assertThat(letter.source()).isEqualTo("desk");
            assertThat(letter.attributes())
                    .containsEntry("playcaller-webhook", "desk")
                    .containsEntry("userId", "zendesk:8447388090494");
        });
        String letter = Letters.kept("wh-3");
        Letters.replay(letter).statusCode(200).body("letter.state", equalTo("refused"));
        Letters.replay(letter, "{\"payload\":" + ticket("wh-3", "OPEN", "10002") + "}")
                .statusCode(200)
                .body("letter.state", equalTo("accepted"));
        Tool.desk(ticket("wh-3", "OPEN", "10002")).statusCode(200).body("duplicates", equalTo(1));

        assertThat(facts("wh-3")).singleElement().satisfies(fact -> {
            assertThat(fact.key()).isEqualTo("acme");
            assertThat(header(fact, "ce_source")).isEqualTo("desk");
        });
    }

    @Test
    void whatIsNoJsonIsKeptWhole() {
        Tool.desk("wh-4 is no JSON")
                .statusCode(200)
                .body("refused[0].problem.type", equalTo("urn:playcaller:problem:json.unreadable"));

        assertThat(Letters.onTheTopic("wh-4")).extracting(DeadLetter::payload).containsExactly("wh-4 is no JSON");
    }

    @Test
    void whatSaysNothingThatCountsIsSkippedAndKeptNowhere() {
        Tool.desk(ticket("wh-5", "OPEN", "10002").replace("status_changed", "comment_added"))
                .statusCode(200)
                .body("skipped", equalTo(1));

        assertThat(facts("wh-5")).isEmpty();
        assertThat(Letters.onTheTopic("wh-5")).isEmpty();
    }

    @Test
    void anIssueCountsOnceForEachIdentifier() {
        String body = """
                {"timestamp":%d,"webhookEvent":"jira:issue_updated","issue":{"id":"10148","key":"SUP-12","fields":{
                 "summary":"The export stops","created":"2018-05-06T17:46:10.612+0200","priority":{"name":"Blocker"},
                 "status":{"name":"In Progress","statusCategory":{"key":"indeterminate"}},
                 "customfield_10050":"acme"}}}""".formatted(Instant.now().toEpochMilli());

        Tool.board("wh-6a", body).statusCode(200).body("accepted", equalTo(1));
        Tool.board("wh-6a", body).statusCode(200).body("duplicates", equalTo(1));
        Tool.board("wh-6b", body).statusCode(200).body("accepted", equalTo(1));

        assertThat(facts("wh-6a")).singleElement().satisfies(fact -> {
            TicketChanged ticket = WireJson.read(fact.value(), TicketChanged.class);
            assertThat(ticket.severity()).isEqualTo(TicketSeverity.SEV1);
            assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
        });
        assertThat(facts("wh-6b")).hasSize(1);
    }

    @Test
    void whatTheSdkSentAndTheDestinationDeliversCountsOnce() {
        String first = Door.track("wh-7", "acme", "u1", "Login");
        String second = Door.track("wh-8", "acme", "u1", "Login");

        Door.as("web-key").body(first).post("/v1/track").then().statusCode(200).body("accepted", equalTo(1));
        Tool.segment("segment", first).statusCode(200).body("duplicates", equalTo(1));
        Tool.segment("segment", second).statusCode(200).body("accepted", equalTo(1));
        Door.as("web-key").body(second).post("/v1/track").then().statusCode(200).body("duplicates", equalTo(1));

        for (String id : List.of("wh-7", "wh-8")) {
            assertThat(facts(id))
                    .singleElement()
                    .satisfies(fact -> assertThat(header(fact, "ce_source")).isEqualTo("web"));
        }
    }

    /** Segment signs only the first event of a batch: the others could be anybody's. */
    @Test
    void aBatchOfWhichOnlyTheFirstEventIsSignedIsNotBelieved() {
        String first = Door.track("wh-9", "acme", "u1", "Login");
        String ofTheFirst = Tool.segmentSignature(first);

        Tool.call(
                        "segment",
                        "[" + first + "," + Door.track("wh-10", "acme", "u1", "Login") + "]",
                        Map.of("X-Signature", ofTheFirst))
                .statusCode(401)
                .body("type", equalTo("urn:playcaller:problem:proof.wrong"));

        assertThat(facts("wh-9")).isEmpty();
    }

    @Test
    void anArrayOfADestinationIsAnsweredItemByItem() {
        Tool.rudder("[" + Door.track("wh-11", "acme", "u1", "Login") + ",{\"type\":\"delete\",\"userId\":\"u\"},"
                        + Door.track("wh-12", "acme", "u1", "Login") + "]")
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("refused[0].index", equalTo(1))
                .body("refused[0].problem.type", equalTo("urn:playcaller:problem:type.unknown"));

        assertThat(facts("wh-12"))
                .singleElement()
                .satisfies(fact -> assertThat(header(fact, "ce_source")).isEqualTo("rudder"));
    }

    @Test
    void aDestinationOfASourceThatIsNotThereIsTriedAgainLater() {
        Tool.segment("stranger", Door.track("wh-13", "acme", "u1", "Login"))
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("detail", containsString("nobody-knows-it"));

        assertThat(facts("wh-13")).isEmpty();
    }

    @Test
    void aSurveyIsCountedAndItsCommentIsKeptWithThePerson() {
        Tool.surveys("""
                        {"kind":"nps","company":"acme","who":"wh-ann","answer":{"id":"wh-14","at":%d,"score":3,
                         "why":"The exports stop."}}""".formatted(Instant.now().getEpochSecond()))
                .statusCode(200)
                .body("accepted", equalTo(1));
        Tool.surveys("{\"kind\":\"poll\"}").statusCode(200).body("skipped", equalTo(1));

        assertThat(facts("wh-14")).singleElement().satisfies(fact -> {
            SurveyAnswered answer = WireJson.read(fact.value(), SurveyAnswered.class);
            assertThat(answer.survey()).isEqualTo(SurveyKind.NPS);
            assertThat(answer.score()).isEqualTo(3);
            assertThat(TestTopics.text(fact)).doesNotContain("exports");
        });
        RestAssured.given()
                .header("Authorization", TestTokens.bearer("carl", "csm"))
                .get("/v1/texts?account=acme&survey=wh-14")
                .then()
                .statusCode(200)
                .body("items[0].comment", equalTo("The exports stop."));
    }

    @Test
    void aWebhookIsASourceWithALimitOfItsOwn() {
        RestAssured.given()
                .header("Authorization", TestTokens.bearer("root", "admin"))
                .contentType("application/json")
                .body("{\"feeds\":[\"usage\"],\"eventsPerSecond\":1}")
                .put("/v1/sources/slow")
                .then()
                .statusCode(204);

        // More than its bucket holds passes a full one, and is missing for a minute.
        String many = IntStream.range(0, 70)
                .mapToObj(i -> Door.track("wh-15-" + i, "acme", "u1", "Login"))
                .collect(Collectors.joining(",", "[", "]"));
        await().atMost(Door.SOON).until(() -> Tool.slow(many).extract().statusCode() == 429);
    }

    private static String ticket(String id, String status, String organization) {
        return """
                {"account_id":22129848,"id":"%s","subject":"zen:ticket:5158","time":"%s",
                 "type":"zen:event-type:ticket.status_changed","zendesk_event_version":"2022-11-06",
                 "detail":{"id":"5158","subject":"Cannot login","status":"%s","priority":"HIGH","organization_id":"%s",
                  "requester_id":"8447388090494","created_at":"2025-01-08T10:12:07Z"},
                 "event":{"current":"%s","previous":"PENDING"}}""".formatted(id, Instant.now(), status, organization, status);
    }
}
