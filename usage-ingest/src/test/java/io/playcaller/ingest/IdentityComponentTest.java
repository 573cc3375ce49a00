package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Identities.account;
import static io.playcaller.ingest.Identities.accountsOf;
import static io.playcaller.ingest.Identities.contacts;
import static io.playcaller.ingest.Identities.identify;
import static io.playcaller.ingest.Identities.isIn;
import static io.playcaller.ingest.Identities.landsIn;
import static io.playcaller.ingest.Identities.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The rows of the tables in {@code docs/identity.md}, but for domains and merges. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class IdentityComponentTest {

    @Test
    void whoIsOfTwoAccountsIsOfBothAndEventsGoWhereTheyNameOrWhereTheyWereLast() {
        Held.join("id-ann", "id-acme");
        Held.join("id-ann", "id-globex");

        landsIn("id-globex", "id-1", "id-ann");
        Door.as("web-key")
                .body(Door.track("id-2", "id-acme", "id-ann", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(200);
        isIn("id-acme", "id-2");
        landsIn("id-globex", "id-3", "id-ann");
        Held.join("id-ann", "id-acme");
        landsIn("id-acme", "id-4", "id-ann");

        accountsOf("id-ann")
                .body("accountId", equalTo("id-acme"))
                .body("accounts.accountId", contains("id-globex", "id-acme"))
                .body("accounts.source", contains("web", "web"))
                .body("accounts.endedAt", contains(nullValue(), nullValue()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(contacts("id-globex")).hasSizeGreaterThan(1));
        assertThat(contacts("id-acme")).allMatch(ContactChanged::active);
        assertThat(contacts("id-globex")).allMatch(ContactChanged::active);
    }

    @Test
    void whoMovesAsTheRegisterSaysLeavesTheAccountAndThePastStaysWhereItWas() {
        Held.join("id-bob", "id-old");
        landsIn("id-old", "id-5", "id-bob");

        Persons.put("id-bob", "id-new");

        landsIn("id-new", "id-6", "id-bob");
        isIn("id-old", "id-5");
        accountsOf("id-bob")
                .body("accounts.accountId", contains("id-new", "id-old"))
                .body("accounts.by", contains("register", "event"))
                .body("accounts[1].endedAt", notNullValue())
                .body("accounts[1].endedBy", equalTo("crm"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(contacts("id-old")).last().matches(contact -> !contact.active()));

        Persons.put("id-bob", "id-old");
        landsIn("id-old", "id-7", "id-bob");
    }

    @Test
    void aWrongAccountIsEndedAndTheOneBeforeHolds() {
        Held.join("id-cid", "id-true");
        Held.join("id-cid", "id-false");
        landsIn("id-false", "id-8", "id-cid");

        leave("id-cid", "id-false", 200);

        landsIn("id-true", "id-9", "id-cid");
        isIn("id-false", "id-8");
        leave("id-cid", "id-false", 404);
        leave("id-cid", "id-true", 200);
        track("id-10", "id-cid").body("held", equalTo(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(contacts("id-false")).last().matches(contact -> !contact.active()));
    }

    /** A replica that still knows the account of before must not bring it back. */
    @Test
    void whoSaysNothingOfAnAccountChangesNone() throws SQLException {
        Held.join("id-dan", "id-before");
        track("id-11", "id-dan").body("accepted", equalTo(1));
        Tables.run(
                "update person set account_id = 'id-after', version = version + 1 where person_id = "
                        + Held.personId("id-dan"),
                "update person_edge set account_id = 'id-after' where person_id = " + Held.personId("id-dan"));

        identify("id-dan", "dan@id-somewhere.example");

        accountsOf("id-dan").body("accountId", equalTo("id-after"));
    }

    @Test
    void anAccountThatAReplicaOfAnOlderVersionSaidIsKept() throws SQLException {
        identify("id-gus", "gus@id-somewhere.example");
        Held.edgeBehindTheBack("id-gus", "id-legacy");

        identify("id-gus", "gus@id-elsewhere.example");

        landsIn("id-legacy", "id-14", "id-gus");
        accountsOf("id-gus")
                .body("accounts.accountId", contains("id-legacy"))
                .body("accounts.source", contains("unknown"));
    }

    @Test
    void aBrowserThatSaysWhoItIsBringsWhatItDidToTheirAccount() {
        Door.as("web-key")
                .body("{\"messageId\":\"id-12\",\"anonymousId\":\"id-browser\",\"event\":\"Visit\"}")
                .post("/v1/track")
                .then()
                .body("held", equalTo(1));
        Held.join("id-eva", "id-acme");

        Persons.alias("id-eva", "id-browser");

        isIn("id-acme", "id-12");
        Door.as("crm-key")
                .get("/v1/people/id-browser/accounts?kind=anonymous")
                .then()
                .statusCode(200)
                .body("accountId", equalTo("id-acme"));
        Door.as("crm-key").get("/v1/people/id-nobody/accounts").then().statusCode(404);
    }

    @Test
    void aChildThatIsSoldHasAnotherParentFromThatDayAndKeepsItsOwnEvents() {
        account("id-seller");
        account("id-buyer");
        Held.join("id-fay", "id-child");
        child("""
                [{"parentId":"id-seller","from":"2025-01-01","until":"2026-03-01"},
                 {"parentId":"id-buyer","from":"2026-03-01"}]""", 200);

        landsIn("id-child", "id-13", "id-fay");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Door.all(Topic.ACCOUNT_REGISTER))
                        .filteredOn(record -> "account/id-child".equals(record.key()))
                        .last()
                        .satisfies(record -> assertThat(WireJson.read(record.value(), AccountRecord.class)
                                        .parents())
                                .extracting(link -> link.parentId() + " " + link.from() + " " + link.until())
                                .containsExactly("id-seller 2025-01-01 2026-03-01", "id-buyer 2026-03-01 null")));

        // Of two parents at once nobody knows whose it is; and a sale that is undone is written so.
        child(
                "[{\"parentId\":\"id-seller\",\"from\":\"2025-01-01\"},{\"parentId\":\"id-buyer\",\"from\":\"2026-03-01\"}]",
                400);
        child("[{\"parentId\":\"id-seller\",\"from\":\"2025-01-01\"}]", 200);
    }

    private static void child(String parents, int status) {
        Door.as("crm-key")
                .body("{\"name\":\"Child\",\"parents\":%s}".formatted(parents))
                .put("/v1/accounts/id-child")
                .then()
                .statusCode(status);
    }

    private static void leave(String user, String account, int status) {
        Door.as("crm-key")
                .delete("/v1/people/" + user + "/accounts/" + account)
                .then()
                .statusCode(status);
    }
}
