package io.playcaller.ingest;

import static io.playcaller.ingest.Letters.kept;
import static io.playcaller.ingest.Letters.onTheTopic;
import static io.playcaller.ingest.Letters.ops;
import static io.playcaller.ingest.Letters.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** What the register refuses is answered, kept and counted; and may come again, mended. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class RefusedPutsComponentTest {

    @Test
    void aRefusedRecordIsKeptWholeWithItsReasonAndCounted() {
        double before = Door.refused("field.invalid");
        String body = "{\"name\":\"Refused Ltd\",\"zone\":\"Atlantis\",\"parents\":[]}";

        crm().body(body)
                .header("If-Match", "0")
                .put("/v1/accounts/rp-refused")
                .then()
                .statusCode(400)
                .body("field", equalTo("/zone"));

        String letter = kept("Refused Ltd");
        Letters.get(letter)
                .body("letter.place", equalTo("register"))
                .body("letter.source", equalTo("crm"))
                .body("letter.reason", equalTo("field.invalid"))
                .body("letter.accountId", equalTo("rp-refused"))
                .body("content.field", equalTo("/zone"))
                .body("content.expected", containsString("Europe/Berlin"))
                .body("content.actual", equalTo("Atlantis"))
                .body("content.payload", equalTo(body))
                .body("content.attributes.path", equalTo("/v1/accounts/rp-refused"))
                .body("content.attributes.If-Match", equalTo("0"));
        ops().get("/v1/dead-letters?place=register&account=rp-refused")
                .then()
                .body("items", hasSize(1))
                .body("items[0].letterId", equalTo(letter));
        assertThat(Door.refused("field.invalid")).isEqualTo(before + 1);
    }

    @Test
    void aLetterOfTheRegisterIsNotReplayedAndSaysWhy() {
        crm().body("{\"name\":\"rp-twice\",\"zoen\":\"UTC\"}")
                .put("/v1/accounts/rp-twice")
                .then()
                .statusCode(400);
        crm().body("{\"name\":\"Mended\"}")
                .put("/v1/accounts/rp-twice")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));

        String letter = kept("rp-twice");
        Letters.get(letter).body("notReplayable", containsString("take back what was written since"));
        replay(letter).statusCode(409).body("type", equalTo("urn:playcaller:problem:letter.not-replayable"));
        replay(letter, "{\"payload\":{\"name\":\"Old\"}}").statusCode(409);
        crm().get("/v1/accounts/rp-twice").then().body("name", equalTo("Mended"));
    }

    @Test
    void theSameBodyForTwoRecordsIsTwoLetters() {
        String body = "{\"note\":\"rp-same\"}";
        for (String path : new String[] {"/v1/accounts/rp-a", "/v1/accounts/rp-b", "/v1/accounts/rp-b/owners"}) {
            crm().body(body).put(path).then().statusCode(400);
            crm().body(body).put(path).then().statusCode(400);
        }

        assertThat(onTheTopic("rp-same"))
                .extracting(DeadLetter::letterId)
                .hasSize(6)
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(3));
    }

    @Test
    void whatCannotBeReadIsKeptToo() {
        crm().body("{\"name\":\"rp-broken").put("/v1/accounts/rp-broken").then().statusCode(400);
        crm().body("{\"name\":\"rp-unseen\"}")
                .header("If-Match", "newest")
                .put("/v1/accounts/rp-unseen")
                .then()
                .statusCode(400)
                .body("field", equalTo("If-Match"));

        Letters.get(kept("rp-broken")).body("letter.reason", equalTo("json.unreadable"));
        Letters.get(kept("rp-unseen"))
                .body("content.field", equalTo("If-Match"))
                .body("content.attributes.If-Match", equalTo("newest"));
    }

    @Test
    void whoWritesWithATokenIsKeptAsThisServiceAndNoKeyIs() {
        RestAssured.given()
                .header("Authorization", TestTokens.bearer("olga", "ops"))
                .contentType("application/json")
                .body("{\"name\":\"rp-token\",\"writeKey\":\"web-key\"}")
                .put("/v1/accounts/rp-token")
                .then()
                .statusCode(400);

        Letters.get(kept("rp-token"))
                .body("letter.source", equalTo("playcaller/usage-ingest"))
                .body("content.payload", not(containsString("web-key")));
    }

    @Test
    void aForgottenPersonLeavesNoRefusedPut() {
        crm().body("{\"accountId\":\"acme\"}").put("/v1/people/rp-rosa").then().statusCode(200);
        crm().body("{\"name\":\"Rosa Refused\",\"role\":\"queen\"}")
                .put("/v1/people/rp-rosa")
                .then()
                .statusCode(400)
                .body("field", equalTo("/role"));
        String letter = kept("Rosa Refused");
        Letters.get(letter).body("content.attributes.userId", equalTo("rp-rosa"));

        crm().delete("/v1/people/rp-rosa").then().statusCode(200);

        Letters.get(letter).body("letter.state", equalTo("erased")).body("content", nullValue());
    }

    @Test
    void anEventThatTheRegisterRefusedCountsWhenItComesAgainMended() {
        invoice("2026-01-01").statusCode(400).body("field", equalTo("/data/dueOn"));

        invoice("2026-03-01").statusCode(200).body("accepted", equalTo(1)).body("duplicates", equalTo(0));
        invoice("2026-03-01").statusCode(200).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
    }

    private static ValidatableResponse invoice(String dueOn) {
        return Door.as("web-key")
                .contentType("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"rp-invoice","source":"web","type":"io.playcaller.billing.invoice-changed.v1",
                         "data":{"accountId":"acme","invoiceId":"rp-i1","amount":{"minor":1,"currency":"EUR"},
                                 "issuedOn":"2026-02-01","dueOn":"%s"}}""".formatted(dueOn))
                .post("/v1/events")
                .then();
    }

    private static RequestSpecification crm() {
        return Door.as("crm-key");
    }
}
