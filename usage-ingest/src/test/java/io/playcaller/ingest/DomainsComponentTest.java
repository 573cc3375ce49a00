package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Identities.accountsOf;
import static io.playcaller.ingest.Identities.claim;
import static io.playcaller.ingest.Identities.identify;
import static io.playcaller.ingest.Identities.isIn;
import static io.playcaller.ingest.Identities.landsIn;
import static io.playcaller.ingest.Identities.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.Topic;
import io.playcaller.ingest.register.app.Placing;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Accounts claim e-mail domains; whose account nobody says is of the one that claims theirs. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class DomainsComponentTest {

    @Inject
    Placing placing;

    @Test
    void whoSaysAnAddressOfAClaimedDomainIsOfThatAccountAndWhatWaitedFlows() {
        claim("Do-Acme.Example.", "do-acme", "")
                .statusCode(200)
                .body("domain", equalTo("do-acme.example"))
                .body("version", equalTo(1));
        track("do-1", "do-ann").body("held", equalTo(1));

        identify("do-ann", "Ann@EU.Do-Acme.example");

        isIn("do-acme", "do-1");
        landsIn("do-acme", "do-2", "do-ann");
        accountsOf("do-ann")
                .body("accountId", equalTo("do-acme"))
                .body("accounts", hasSize(1))
                .body("accounts[0].by", equalTo("domain"))
                .body("accounts[0].source", equalTo("do-acme.example"))
                .body("accounts[0].endedAt", nullValue());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Identities.contacts("do-acme")).isNotEmpty());
    }

    @Test
    void inOneBatchTheEventsAfterTheAddressAreOfTheAccount() {
        claim("do-batch.example", "do-batch", "").statusCode(200);

        Door.as("web-key")
                .body(Door.batch(
                        "{\"type\":\"identify\",\"userId\":\"do-bea\",\"traits\":{\"email\":\"bea@do-batch.example\"}}",
                        "{\"type\":\"track\",\"messageId\":\"do-3\",\"userId\":\"do-bea\",\"event\":\"Login\"}"))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2));

        isIn("do-batch", "do-3");
    }

    @Test
    void whatWaitedFlowsWhenTheDomainIsClaimed() {
        identify("do-cid", "cid@do-late.example");
        track("do-4", "do-cid").body("held", equalTo(1));

        claim("do-late.example", "do-late", "").statusCode(200);

        isIn("do-late", "do-4");
    }

    @Test
    void whoWasLeftOutIsPlacedByTheSweep() throws SQLException {
        identify("do-dan", "dan@x.do-swept.example");
        track("do-5", "do-dan").body("held", equalTo(1));
        Tables.run("""
                insert into register_record (record_key, account_id, version, record, changed_at)
                values ('domain/do-swept.example', 'do-swept', 1,
                        '{"domain":"do-swept.example","accountId":"do-swept","version":1,"from":"2026-01-01"}', clock_timestamp())""");

        placing.sweep().await().atMost(SOON);

        isIn("do-swept", "do-5");
    }

    @Test
    void whatSomebodySaysGoesBeforeADomainWheneverItIsSaid() {
        claim("do-first.example", "do-first", "").statusCode(200);
        identify("do-eva", "eva@do-first.example");
        landsIn("do-first", "do-6", "do-eva");

        Held.join("do-eva", "do-stated");
        landsIn("do-stated", "do-7", "do-eva");
        identify("do-eva", "eva@do-first.example");
        landsIn("do-stated", "do-8", "do-eva");

        accountsOf("do-eva")
                .body("accounts.accountId", contains("do-stated", "do-first"))
                .body("accounts.by", contains("event", "domain"))
                .body("accounts[1].endedBy", equalTo("web"));
        Door.as("web-key")
                .body(Door.track("do-9", "do-named", "do-eva", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(200);
        isIn("do-named", "do-9");
    }

    @Test
    void theRegisterAndItsUploadsPlacePeopleToo() {
        claim("do-reg.example", "do-reg", "").statusCode(200);

        Door.as("crm-key")
                .body("{\"email\":\"fay@do-reg.example\"}")
                .put("/v1/people/do-fay")
                .then()
                .statusCode(200)
                .body("accountId", equalTo("do-reg"));
        Door.as("crm-key")
                .contentType("text/csv")
                .body("userId,email\ndo-gil,gil@do-reg.example\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/bulk/people")
                .then()
                .statusCode(200);

        landsIn("do-reg", "do-10", "do-gil");
    }

    @Test
    void aDomainBelongsToOneAccountAtATime() {
        claim("do-one.example", "do-one", "").statusCode(200);

        claim("do-one.example", "do-two", "")
                .statusCode(409)
                .body("type", equalTo("urn:playcaller:problem:domain.claimed"))
                .body("field", equalTo("/accountId"))
                .body("expected", containsString("do-one, which claims do-one.example since 2026-01-01"));

        claim("do-one.example", "do-one", ",\"until\":\"2026-01-01\"").statusCode(200);
        claim("do-one.example", "do-two", "").statusCode(200).body("version", equalTo(3));
        identify("do-hal", "hal@do-one.example");
        landsIn("do-two", "do-11", "do-hal");
    }

    @Test
    void aClaimHoldsOnItsDaysOnly() {
        claim("do-past.example", "do-past", ",\"until\":\"2026-02-01\"").statusCode(200);
        Door.as("crm-key")
                .body("{\"accountId\":\"do-future\",\"from\":\"2999-01-01\"}")
                .put("/v1/domains/do-future.example")
                .then()
                .statusCode(200);

        identify("do-ian", "ian@do-past.example");
        identify("do-ida", "ida@do-future.example");

        track("do-12", "do-ian").body("held", equalTo(1));
        track("do-13", "do-ida").body("held", equalTo(1));
    }

    @Test
    void whereAnybodyMayBeNobodyClaims() {
        for (String shared : new String[] {"gmail.com", "mail.gmail.com", "co.uk"}) {
            claim(shared, "do-acme", "")
                    .statusCode(400)
                    .body("type", equalTo("urn:playcaller:problem:domain.shared"))
                    .body("field", equalTo("/domain"))
                    .body("actual", equalTo(shared));
        }
        claim("no_domain", "do-acme", "").statusCode(400).body("field", equalTo("/domain"));
        claim("do-acme.example", "do-acme", ",\"until\":\"2025-01-01\"")
                .statusCode(400)
                .body("field", equalTo("/until"));
    }

    @Test
    void aListOfDomainsIsAnUpload() {
        Door.as("crm-key")
                .contentType("text/csv")
                .body("""
                        domain,accountId,from
                        Do-Csv.Example,do-csv,2026-01-01
                        Bücher.example,do-books,2026-01-01
                        do-csv.example,do-other,2026-01-01
                        gmail.com,do-csv,2026-01-01
                        """.getBytes(StandardCharsets.UTF_8))
                .post("/v1/bulk/domains")
                .then()
                .statusCode(200)
                .body("created", equalTo(2))
                .body("refused", equalTo(2))
                .body(
                        "problems.problem.type",
                        contains("urn:playcaller:problem:domain.claimed", "urn:playcaller:problem:domain.shared"));

        Door.as("crm-key")
                .get("/v1/domains/BÜCHER.example")
                .then()
                .statusCode(200)
                .body("domain", equalTo("xn--bcher-kva.example"))
                .body("accountId", equalTo("do-books"));
        Door.as("crm-key").get("/v1/domains/do-nobody.example").then().statusCode(404);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Door.all(Topic.ACCOUNT_REGISTER))
                        .filteredOn(record -> "domain/do-csv.example".equals(record.key()))
                        .hasSize(1));
    }

    @Test
    void claimsAreListedByName() {
        claim("do-list-b.example", "do-list", "").statusCode(200);
        claim("do-list-a.example", "do-list", ",\"until\":\"2026-02-01\"").statusCode(200);
        claim("do-list-c.example", "do-list-other", "").statusCode(200);

        String next = Door.as("crm-key")
                .get("/v1/domains?account=do-list&limit=1")
                .then()
                .statusCode(200)
                .body("items.domain", contains("do-list-a.example"))
                .body("items[0].until", equalTo("2026-02-01"))
                .extract()
                .path("next");
        Door.as("crm-key")
                .get("/v1/domains?account=do-list&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.domain", contains("do-list-b.example"))
                .body("next", nullValue());
        Door.as("crm-key")
                .get("/v1/domains?limit=500")
                .then()
                .statusCode(200)
                .body("items.domain", hasItem("do-list-c.example"));
        Door.as("crm-key").get("/v1/domains?cursor=no!").then().statusCode(400).body("field", equalTo("cursor"));
    }

    @Test
    void anAddressThatRulesHashOrMaskIsOfNoDomain() {
        claim("do-hashed.example", "do-hashed", "").statusCode(200);
        for (String treated : new String[] {"***", "pch_0123456789abcdef"}) {
            identify("do-jan", treated);
        }

        track("do-14", "do-jan").body("held", equalTo(1));
    }

    @Test
    void whoWasTakenOutStaysOutUntilSomebodySaysAnAccount() {
        claim("do-wrong.example", "do-wrong", "").statusCode(200);
        identify("do-kim", "kim@do-wrong.example");
        landsIn("do-wrong", "do-15", "do-kim");

        Door.as("crm-key")
                .delete("/v1/people/do-kim/accounts/do-wrong")
                .then()
                .statusCode(200)
                .body("accountId", nullValue())
                .body("accounts[0].endedBy", equalTo("a key of crm"));
        identify("do-kim", "kim@eu.do-wrong.example");
        placing.sweep().await().atMost(SOON);

        track("do-16", "do-kim").body("held", equalTo(1));
        Held.join("do-kim", "do-right");
        isIn("do-right", "do-16");
    }

    @Test
    void validateSaysThatADomainFoundTheAccount() {
        claim("do-val.example", "do-val", "").statusCode(200);

        Door.as("web-key")
                .body(Door.batch(
                        "{\"type\":\"identify\",\"userId\":\"do-val\",\"traits\":{\"email\":\"v@do-val.example\"}}",
                        "{\"type\":\"track\",\"userId\":\"do-val\",\"event\":\"Login\"}"))
                .post("/v1/validate")
                .then()
                .statusCode(200)
                .body("items.becomes.account.by", contains("domain", "domain"))
                .body("items[1].outcome", equalTo("accepted"))
                .body("items[1].becomes.account.id", nullValue());
        Door.as("crm-key").get("/v1/people/do-val").then().statusCode(404);
    }
}
