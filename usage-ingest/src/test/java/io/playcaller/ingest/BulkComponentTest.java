package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.Topic;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Many records in one request are what as many PUTs would have made of them. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class BulkComponentTest {

    @Test
    void everyRowIsDecidedAsItsPut() {
        put("/v1/accounts/bk-old", "{\"name\":\"Old\"}");
        put("/v1/accounts/bk-same", "{\"name\":\"Same\"}");
        put("/v1/contracts/bk-c", contract("bk-old"));

        ndjson("accounts", """
                {"accountId":"bk-new","name":"New"}
                {"accountId":"bk-old","name":"Newer","ifMatch":1}
                {"accountId":"bk-same","name":"Same"}
                {"accountId":"bk-old","name":"Late","ifMatch":1}
                {"accountId":"bk-bad","name":"Bad","zone":"Atlantis"}
                """)
                .statusCode(200)
                .body("kind", equalTo("accounts"))
                .body("environment", nullValue())
                .body("rows", equalTo(5))
                .body("created", equalTo(1))
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("outdated", equalTo(1))
                .body("refused", equalTo(1))
                .body("problems", hasSize(2))
                .body("problems[0].line", equalTo(4))
                .body("problems[0].id", equalTo("bk-old"))
                .body("problems[0].problem.status", equalTo(412))
                .body("problems[1].line", equalTo(5))
                .body("problems[1].problem.field", equalTo("/zone"))
                .body("fields", nullValue())
                .body("ended", nullValue());
        ndjson("contracts", "{\"contractId\":\"bk-c\"," + contract("bk-new").substring(1))
                .body("refused", equalTo(1))
                .body("problems[0].problem.status", equalTo(409))
                .body("problems[0].problem.type", equalTo("urn:playcaller:problem:account.fixed"));

        get("/v1/accounts/bk-old").body("version", equalTo(2)).body("name", equalTo("Newer"));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(revisions(Topic.ACCOUNT_REGISTER, "account/bk-old")).containsExactly("1", "2");
            assertThat(revisions(Topic.CUSTOMER_EVENTS, "bk-new")).hasSize(1);
        });
        Letters.get(Letters.kept("bk-bad"))
                .body("letter.place", equalTo("register"))
                .body("letter.accountId", equalTo("bk-bad"))
                .body("content.field", equalTo("/zone"))
                .body("content.payload", equalTo("{\"accountId\":\"bk-bad\",\"name\":\"Bad\",\"zone\":\"Atlantis\"}"))
                .body("content.attributes.path", equalTo("/v1/bulk/accounts"));
        assertThat(Letters.onTheTopic("\"Late\"")).isEmpty();
    }

    @Test
    void theSameUploadAgainChangesNothing() throws SQLException {
        String rows = rows(1_200, "{\"accountId\":\"bk-again-%d\",\"name\":\"Again\"}\n"::formatted);

        ndjson("accounts", rows).body("created", equalTo(1_200));
        ndjson("accounts", rows).body("unchanged", equalTo(1_200)).body("changed", equalTo(0));

        assertThat(Tables.value("select max(version) from register_record where record_key like 'account/bk-again-%'"))
                .isEqualTo("1");
    }

    @Test
    void aCsvFillsTheFieldsThatItsColumnsName() {
        upload("invoices", "text/csv", """
                invoiceId,accountId,amount/minor,amount/currency,issuedOn,dueOn,paidOn
                bk-i1,acme,1999,EUR,2026-01-01,2026-01-31,
                bk-i2,acme,2999,EUR,2026-01-01,2025-01-31,
                """)
                .statusCode(200)
                .body("created", equalTo(1))
                .body("refused", equalTo(1))
                .body("problems[0].line", equalTo(3))
                .body("problems[0].problem.field", equalTo("/dueOn"));
        upload("invoices", "text/csv", "invoiceId,acount\n")
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:csv.header"))
                .body("field", equalTo("acount"));
        Letters.get(Letters.kept("bk-i2")).body("content.payload", equalTo("""
                {"invoiceId":"bk-i2","accountId":"acme","amount/minor":"2999","amount/currency":"EUR",\
                "issuedOn":"2026-01-01","dueOn":"2025-01-31","paidOn":""}"""));
    }

    @Test
    void peopleGetTheirIdsAndWhatWaitsForThemFlows() {
        Door.as("web-key")
                .body("{\"messageId\":\"bk-held\",\"userId\":\"bk-u1\",\"event\":\"Login\"}")
                .post("/v1/track")
                .then()
                .body("held", equalTo(1));
        String rows = """
                {"userId":"bk-u1","accountId":"acme","name":"Ada Bulk","role":"champion"}
                {"userId":"bk-u2","accountId":"acme","name":"Bob Bulk","ifMatch":7}
                {"userId":"bk-u3"}
                """;

        ndjson("people", rows).body("created", equalTo(2)).body("outdated", equalTo(1));
        ndjson("people", rows).body("unchanged", equalTo(2)).body("outdated", equalTo(1));

        get("/v1/people/bk-u1").body("name", equalTo("Ada Bulk")).body("version", equalTo(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Door.facts("bk-held")).hasSize(1));
    }

    @Test
    void writersOfTheSameRecordsComeOneAfterTheOther() {
        List<CompletableFuture<Integer>> uploads = IntStream.range(0, 2)
                .mapToObj(writer -> rows(400, i -> raced(i, writer)))
                .map(rows -> CompletableFuture.supplyAsync(() -> createdOf(rows)))
                .toList();

        assertThat(uploads.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(400);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(revisions(Topic.ACCOUNT_REGISTER, "account/bk-race-7"))
                        .containsExactly("1", "2"));
    }

    /** Two uploads may be in work: what another test broke off may be one of them, for a moment. */
    private static int createdOf(String rows) {
        return await().atMost(SOON)
                .until(() -> ndjson("accounts", rows).extract(), answer -> answer.statusCode() != 503)
                .path("created");
    }

    private static String raced(int account, int writer) {
        return "{\"accountId\":\"bk-race-%d\",\"name\":\"By %d\"}\n".formatted(account, writer);
    }

    @Test
    void aSenderWhoBreaksOffLeavesWholeRowsAndMaySendAgain() throws IOException, SQLException {
        String rows = rows(700, "{\"accountId\":\"bk-cut-%d\",\"name\":\"Cut\"}\n"::formatted);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /v1/bulk/accounts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(("Authorization: Basic " + Door.base64("crm-key:") + "\r\nContent-Length: 9000000\r\n\r\n" + rows
                            + "{\"accountId\":\"bk-cut-half\",\"name\":\"Hal")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            await().atMost(SOON).until(() -> count("bk-cut-%").equals("500"));
        }

        ndjson("accounts", rows).body("created", equalTo(200)).body("unchanged", equalTo(500));
        assertThat(count("bk-cut-half")).isEqualTo("0");
    }

    @Test
    void moreThanIsReadWholeElsewhereIsTaken() throws IOException {
        String rows = rows(
                9_000,
                i -> "{\"accountId\":\"bk-big\",\"name\":\"Big\",\"industry\":\"%s\"}%s\n"
                        .formatted("x".repeat(200), " ".repeat(400)));
        assertThat(rows.length()).isGreaterThan(5_000_000);

        ndjson("accounts", rows).statusCode(200).body("created", equalTo(1)).body("unchanged", equalTo(8_999));
        Door.as("crm-key")
                .contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(gzip(rows))
                .post("/v1/bulk/accounts")
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(9_000));
        Door.as("crm-key").body(rows).put("/v1/accounts/bk-big").then().statusCode(413);
    }

    @Test
    void aFileWhoseRowsAreAllRefusedEnds() {
        ndjson("accounts", rows(3_000, "{\"id\":\"bk-wrong-%d\"}\n"::formatted))
                .statusCode(400)
                .body("ended.type", equalTo("urn:playcaller:problem:bulk.too-many-refused"))
                .body("refused", equalTo(1_500))
                .body("problems", hasSize(1_000));
    }

    @Test
    void whatIsNoUploadIsAnsweredWithTheReason() {
        upload("accounts", "application/json", "{}").statusCode(415).body("field", equalTo("Content-Type"));
        upload("acounts", "text/csv", "a\n").statusCode(404);
        upload("accounts?preview=1", "text/csv", "accountId,name\nbk-preview,P\n")
                .statusCode(400)
                .body("field", equalTo("preview"));
        Door.as("crm-key")
                .contentType("text/csv")
                .header("Content-Encoding", "gzip")
                .body("accountId,name\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/bulk/accounts")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:encoding.broken"));
        Door.as("crm-key")
                .contentType("application/x-ndjson")
                .header("Playcaller-Backfill", "bk-no-run")
                .body("{\"accountId\":\"bk-run\",\"name\":\"R\"}\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/bulk/accounts")
                .then()
                .statusCode(409)
                .body("ended.type", equalTo("urn:playcaller:problem:backfill.not-open"));
        ndjson("accounts", "").statusCode(200).body("rows", equalTo(0));
    }

    private static ValidatableResponse ndjson(String kind, String rows) {
        return upload(kind, "application/x-ndjson", rows);
    }

    private static ValidatableResponse upload(String kind, String type, String rows) {
        return Door.as("crm-key")
                .contentType(type)
                .body(rows.getBytes(StandardCharsets.UTF_8))
                .post("/v1/bulk/" + kind)
                .then();
    }

    private static void put(String path, String body) {
        Door.as("crm-key").body(body).put(path).then().statusCode(200);
    }

    private static ValidatableResponse get(String path) {
        return Door.as("crm-key").get(path).then().statusCode(200);
    }

    private static String contract(String account) {
        return """
            {"accountId":"%s","signedOn":"2026-01-01","startsOn":"2026-02-01","endsOn":"2027-02-01"}""".formatted(account);
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining());
    }

    private static String count(String account) throws SQLException {
        return Tables.value("select count(*) from register_record where record_key like ?", "account/" + account);
    }

    private static List<String> revisions(Topic topic, String key) {
        return Door.all(topic).stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> header(record, "ce_rev"))
                .toList();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
