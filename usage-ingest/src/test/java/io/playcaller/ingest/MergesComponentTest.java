package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Identities.account;
import static io.playcaller.ingest.Identities.accountsOf;
import static io.playcaller.ingest.Identities.contacts;
import static io.playcaller.ingest.Identities.isIn;
import static io.playcaller.ingest.Identities.landsIn;
import static io.playcaller.ingest.Identities.merge;
import static io.playcaller.ingest.Identities.track;
import static io.playcaller.ingest.Identities.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.MergeLink;
import io.playcaller.ingest.identity.app.Merges;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An account that is merged into another: what is accepted from then on goes there, and comes back when it is undone. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class MergesComponentTest {

    @Inject
    Merges merges;

    @Test
    void whatIsAcceptedAfterAMergeGoesToTheOtherAccountAndComesBackWhenItIsUndone() {
        account("mg-a");
        account("mg-b");
        Held.join("mg-ann", "mg-a");
        landsIn("mg-a", "mg-1", "mg-ann");

        merge("mg-a", "mg-b")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("mergedInto.accountId", equalTo("mg-b"))
                .body("mergedInto.since", notNullValue());
        landsIn("mg-b", "mg-2", "mg-ann");
        named("mg-3", "mg-a");
        isIn("mg-b", "mg-3");
        isIn("mg-a", "mg-1");

        undo("mg-a").statusCode(200).body("mergedInto.until", notNullValue());
        landsIn("mg-a", "mg-4", "mg-ann");
        isIn("mg-b", "mg-2");
        accountsOf("mg-ann").body("accountId", equalTo("mg-a"));
        undo("mg-a").statusCode(404);
        Door.as("crm-key")
                .get("/v1/accounts/mg-a/merge")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].into", equalTo("mg-b"))
                .body("items[0].reason", equalTo("one company now"))
                .body("items[0].mergedBy", equalTo("a key of crm"))
                .body("items[0].undoneBy", equalTo("a key of crm"));
    }

    @Test
    void theSameAgainChangesNothingAndNoWriterOfTheAccountEndsIt() {
        account("mg-c");
        account("mg-d");
        merge("mg-c", "mg-d").statusCode(200).body("version", equalTo(2));

        merge("mg-c", "mg-d").statusCode(200).body("version", equalTo(2));
        Door.as("crm-key")
                .body("{\"name\":\"Renamed\"}")
                .put("/v1/accounts/mg-c")
                .then()
                .statusCode(200)
                .body("version", equalTo(3))
                .body("mergedInto.accountId", equalTo("mg-d"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Door.all(Topic.ACCOUNT_REGISTER))
                        .filteredOn(record -> "account/mg-c".equals(record.key()))
                        .last()
                        .satisfies(record -> assertThat(WireJson.read(record.value(), AccountRecord.class)
                                        .mergedInto())
                                .extracting(MergeLink::accountId, MergeLink::until)
                                .containsExactly("mg-d", null)));
    }

    /** A replica of a version that knew no merges keeps of an account what it knows. */
    @Test
    void aMergeThatTheAccountDoesNotSayAnyMoreIsSaidAgain() throws SQLException {
        account("mg-y");
        account("mg-z");
        merge("mg-y", "mg-z").statusCode(200);
        Tables.run("""
                update register_record set version = 3,
                  record = (jsonb_set(record::jsonb, '{version}', '3') - 'mergedInto')::text
                where record_key = 'account/mg-y'""");

        merge("mg-y", "mg-z").statusCode(200).body("version", equalTo(4)).body("mergedInto.accountId", equalTo("mg-z"));
    }

    @Test
    void chainsAreFollowedAndCirclesRefused() {
        Stream.of("mg-e", "mg-f", "mg-g").forEach(Identities::account);
        merge("mg-e", "mg-f").statusCode(200);
        merge("mg-f", "mg-g").statusCode(200);

        named("mg-5", "mg-e");
        isIn("mg-g", "mg-5");
        merge("mg-g", "mg-e")
                .statusCode(409)
                .body("type", equalTo("urn:playcaller:problem:account.merged"))
                .body("field", equalTo("/into"));
        merge("mg-e", "mg-g")
                .statusCode(409)
                .body("expected", equalTo("mg-f, into which it is merged, unless that is undone first"));
        merge("mg-e", "mg-e").statusCode(400);

        undo("mg-f").statusCode(200);
        named("mg-6", "mg-e");
        isIn("mg-f", "mg-6");
    }

    /** What was told during a merge is looked for where it went then, also when the merge is over. */
    @Test
    void whereSomethingMayStandSurvivesTheMerge() {
        Stream.of("mg-t", "mg-u", "mg-v").forEach(Identities::account);
        merge("mg-t", "mg-u").statusCode(200);
        merge("mg-u", "mg-v").statusCode(200);
        undo("mg-t").statusCode(200);

        assertThat(merges.ever("mg-t").await().atMost(SOON)).containsExactlyInAnyOrder("mg-t", "mg-u", "mg-v");
        assertThat(merges.ever("mg-v").await().atMost(SOON)).containsExactly("mg-v");
    }

    /** A set of accounts is locked in the order of its keys, a merge names them in any. */
    @Test
    void whoMergesWaitsForNobodyWhoWritesTheOtherAccount() throws SQLException {
        account("mg-w");
        account("mg-x");

        try (Connection other = Tables.begin()) {
            Tables.execute(other, "select from register_record where record_key = 'account/mg-w' for update");
            merge("mg-x", "mg-w").statusCode(200);
            other.rollback();
        }
    }

    @Test
    void whoMergeACircleAtOnceDoNotBoth() {
        account("mg-h");
        account("mg-i");

        List<Integer> statuses = Stream.of("mg-h mg-i", "mg-i mg-h")
                .map(pair -> pair.split(" ", 2))
                .map(pair -> CompletableFuture.supplyAsync(
                        () -> merge(pair[0], pair[1]).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void bothMustBeInTheRegister() {
        account("mg-j");

        merge("mg-j", "mg-nobody").statusCode(404);
        merge("mg-nobody", "mg-j").statusCode(404);
        undo("mg-nobody").statusCode(404);
        Door.as("crm-key")
                .body("{\"into\":\"mg-j\"}")
                .put("/v1/accounts/mg-k/merge")
                .then()
                .statusCode(400)
                .body("field", equalTo("/reason"));
    }

    @Test
    void whatWaitedFlowsToTheOtherAccount() {
        account("mg-l");
        account("mg-m");
        track("mg-7", "mg-bob").body("held", equalTo(1));
        merge("mg-l", "mg-m").statusCode(200);

        Held.join("mg-bob", "mg-l");

        isIn("mg-m", "mg-7");
        accountsOf("mg-bob").body("accountId", equalTo("mg-l"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(contacts("mg-m")).isNotEmpty().allMatch(ContactChanged::active));
        assertThat(contacts("mg-l")).isEmpty();
    }

    @Test
    void factsOfRecordStayUnderTheirAccount() {
        account("mg-n");
        account("mg-o");
        merge("mg-n", "mg-o").statusCode(200);

        for (int i = 1; i <= 2; i++) {
            Door.as("crm-key")
                    .body("""
                            {"accountId":"mg-n","amount":{"minor":%d,"currency":"EUR"},"issuedOn":"2026-01-01",
                             "dueOn":"2026-02-01"}""".formatted(i))
                    .put("/v1/invoices/mg-invoice")
                    .then()
                    .statusCode(200)
                    .body("accountId", equalTo("mg-n"))
                    .body("version", equalTo(i));
        }
    }

    @Test
    void validateSaysThatTheAccountWasMerged() {
        account("mg-p");
        account("mg-q");
        String event = Door.track("mg-8", "mg-p", "mg-cid", "Login");
        validate(event).body("items[0].becomes.account.merged", nullValue());

        merge("mg-p", "mg-q").statusCode(200);

        validate(event)
                .body("items[0].becomes.account.id", equalTo("mg-p"))
                .body("items[0].becomes.account.by", equalTo("explicit"))
                .body("items[0].becomes.account.merged", equalTo(true));
    }

    /** Nobody told this replica: it reads it itself. */
    @Test
    void whatAnotherReplicaMergedHoldsHereSoon() throws SQLException {
        Tables.run("""
                insert into account_merge (account_id, into_id, reason, merged_at, merged_by)
                values ('mg-r', 'mg-s', 'elsewhere', clock_timestamp(), 'olga')""");

        await().atMost(SOON).untilAsserted(() -> {
            String id = "mg-9-" + System.nanoTime();
            named(id, "mg-r");
            assertThat(Door.facts(id))
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.key()).isEqualTo("mg-s"));
        });
    }

    private static ValidatableResponse validate(String event) {
        return Door.as("web-key").body(event).post("/v1/validate").then().statusCode(200);
    }

    private static void named(String id, String account) {
        Door.as("web-key")
                .body(Door.track(id, account, "mg-somebody", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(200);
    }
}
