package io.playcaller.ingest;

import static io.playcaller.ingest.Letters.ops;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Uploads in other people's words, and what would become of an upload. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class BulkPreviewComponentTest {

    private static final String MAPPING = """
            name: bp-crm
            currency: EUR
            dates: dd.MM.yyyy
            sections:
              - file: kunden.csv
                make: account
                id: no
                when-filled: status
                fields:
                  name: {column: firma}
                  country: {column: land, map: {Deutschland: DE, Schweiz: CH}}
                  strategic: {constant: "yes"}
              - file: vertraege.csv
                make: contract
                id: vertrag
                fields:
                  account: {column: kunde}
                  startsOn: {column: beginn}
                  termMonths: {constant: "12"}
                  product: {constant: core}
                  arr: {column: wert}
              - file: rechnungen.csv
                make: invoice
                id: no
                fields:
                  account: {lookup: {file: kunden.csv, key: no, column: id, by: kunde}}
                  amount: {column: betrag}
                  issuedOn: {column: von}
                  dueOn: {column: bis}
            """;

    private static final String CUSTOMERS = """
            no,firma,land,status
            bp-1,Acme,Deutschland,aktiv
            bp-2,Globex,Narnia,aktiv
            bp-3,,Schweiz,aktiv
            bp-4,Initech,Schweiz,
            """;

    @Test
    void theirColumnsBecomeOurRecords() {
        store();

        upload("/v1/bulk/accounts?mapping=bp-crm", CUSTOMERS)
                .statusCode(200)
                .body("created", equalTo(2))
                .body("leftOut", equalTo(1))
                .body("refused", equalTo(1))
                .body("problems[0].line", equalTo(4))
                .body("problems[0].problem.type", equalTo("urn:playcaller:problem:field.missing"))
                .body("problems[0].problem.field", equalTo("name"))
                .body("fields.name.filled", equalTo(2))
                .body("fields.country.filled", equalTo(2))
                .body("fields.country.unusable", equalTo(1))
                .body("fields.country.values", hasKey("the mapping has no translation of 'Narnia'"));
        upload("/v1/bulk/contracts?mapping=bp-crm", "vertrag,kunde,beginn,wert\nbp-c1,bp-1,01.02.2024,1200.50\n")
                .statusCode(200)
                .body("created", equalTo(1));

        Door.as("crm-key")
                .get("/v1/accounts/bp-1")
                .then()
                .body("name", equalTo("Acme"))
                .body("country", equalTo("DE"))
                .body("strategic", equalTo(true));
        Letters.get(Letters.kept("bp-3"))
                .body("content.attributes.mapping", equalTo("bp-crm"))
                .body(
                        "content.payload",
                        equalTo("{\"no\":\"bp-3\",\"firma\":\"\",\"land\":\"Schweiz\",\"status\":\"aktiv\"}"));
    }

    @Test
    void aPreviewSaysWhatWouldBecomeOfItAndWritesNothing() throws SQLException {
        String before = outbox();
        put("/v1/accounts/bp-there", "{\"name\":\"There\"}");
        assertThat(outbox()).isNotEqualTo(before);
        store();

        // What another test began may still write at that moment: it has ended at the next one.
        await().atMost(Door.SOON).untilAsserted(() -> {
            String written = outbox();
            previews();
            assertThat(outbox()).isEqualTo(written);
        });

        assertThat(Tables.value("select count(*) from register_record where record_key like 'account/bq-%'"))
                .isEqualTo("0");
        assertThat(Letters.onTheTopic("bp-refused")).isEmpty();
        assertThat(Letters.onTheTopic("bq-3")).isEmpty();
    }

    private static void previews() {
        Door.as("crm-key")
                .contentType("application/x-ndjson")
                .body(bytes("""
                        {"accountId":"bp-there","name":"There"}
                        {"accountId":"bp-there","name":"Changed","region":"EMEA"}
                        {"accountId":"bp-absent","name":"Absent"}
                        {"accountId":"bp-refused","nmae":"Typo"}
                        """))
                .post("/v1/bulk/accounts?preview=true")
                .then()
                .statusCode(200)
                .body("preview", equalTo(true))
                .body("created", equalTo(1))
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("refused", equalTo(1))
                .body("fields.name.filled", equalTo(3))
                .body("fields.region.filled", equalTo(1))
                .body("fields.nmae.filled", equalTo(1));
        upload("/v1/bulk/accounts?mapping=bp-crm&preview=true", CUSTOMERS.replace("bp-", "bq-"))
                .statusCode(200)
                .body("created", equalTo(2))
                .body("fields.name.unusable", equalTo(1))
                .body("fields.name.values", equalTo(Map.of("column firma is empty", 1)));
    }

    @Test
    void aTestKeyRehearses() throws SQLException {
        String key = ops().body("""
                {"source":"crm","name":"t","environment":"test","scopes":["register"]}""").post("/v1/keys").path("writeKey");

        Door.as(key)
                .contentType("application/x-ndjson")
                .body(bytes("{\"userId\":\"bp-u\",\"name\":\"Nobody\"}\n"))
                .post("/v1/bulk/people")
                .then()
                .statusCode(200)
                .body("environment", equalTo("test"))
                .body("created", equalTo(1));

        assertThat(Tables.value("select count(*) from person_identity where external_id = 'bp-u'"))
                .isEqualTo("0");
        Door.as(key).get("/v1/mappings").then().statusCode(403);
    }

    @Test
    void aMappingIsRefusedWholeAndFoundAgain() {
        Door.as("crm-key")
                .contentType("application/yaml")
                .body(bytes("name: bp-crm\ncurrency: DOLLAR\nsections: []\n"))
                .put("/v1/mappings/bp-crm")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:mapping.invalid"))
                .body("field", containsString("line 2 currency"));
        Door.as("crm-key")
                .body(bytes(MAPPING))
                .put("/v1/mappings/bp-other")
                .then()
                .statusCode(400)
                .body("field", equalTo("name"));
        store();
        Door.as("crm-key").get("/v1/mappings").then().body("items.name", hasItem("bp-crm"));
        Door.as("crm-key")
                .get("/v1/mappings/bp-crm")
                .then()
                .body("content", equalTo(MAPPING))
                .body("changedBy", equalTo("crm"))
                .body("makes", hasSize(3));
    }

    @Test
    void mappingsAreBounded() throws SQLException {
        store();
        Door.as("crm-key")
                .body(bytes(MAPPING + "#".repeat(65_536)))
                .put("/v1/mappings/bp-crm")
                .then()
                .statusCode(413);
        Tables.run("insert into mapping (name, content, changed_at, changed_by)"
                + " select 'bp-many-' || n, '', now(), 'test' from generate_series(1, 100) as n");
        try {
            Door.as("crm-key")
                    .body(bytes(MAPPING.replace("bp-crm", "bp-further")))
                    .put("/v1/mappings/bp-further")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:playcaller:problem:mapping.too-many"));
        } finally {
            Tables.run("delete from mapping where name like 'bp-many-%'");
        }
        store();
    }

    @Test
    void anUploadThatItsMappingCannotReadIsAnsweredBeforeAnyRow() {
        store();
        upload("/v1/bulk/accounts?mapping=bp-nobodys", CUSTOMERS).statusCode(404);
        upload("/v1/bulk/people?mapping=bp-crm", CUSTOMERS)
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:mapping.section"));
        upload("/v1/bulk/invoices?mapping=bp-crm", "no\n")
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:mapping.lookup"));
        upload("/v1/bulk/accounts?mapping=bp-crm", "no,firma,land\n")
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:csv.header"))
                .body("field", equalTo("status"));
        ops().delete("/v1/mappings/bp-crm").then().statusCode(204);
        ops().get("/v1/mappings/bp-crm").then().statusCode(404);
        ops().delete("/v1/mappings/bp-crm").then().statusCode(404).body("instance", nullValue());
    }

    private static void store() {
        Door.as("crm-key")
                .contentType("application/yaml")
                .body(bytes(MAPPING))
                .put("/v1/mappings/bp-crm")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse upload(String path, String csv) {
        return Door.as("crm-key")
                .contentType("text/csv")
                .body(bytes(csv))
                .post(path)
                .then();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(String path, String body) {
        Door.as("crm-key").body(body).put(path).then().statusCode(200);
    }

    /** Ids are given in the order of writing, whatever was sent since. */
    private static String outbox() throws SQLException {
        return Tables.value("select last_value from outbox_id_seq");
    }
}
