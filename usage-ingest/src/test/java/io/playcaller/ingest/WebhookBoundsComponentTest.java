package io.playcaller.ingest;

import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.testkit.ChunkedPost;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How large and how old what a tool sends may be, and what of it is told to whom. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class WebhookBoundsComponentTest {

    private static final int LARGEST = 26_214_400;

    /** Above what any other request may be: Jira does not send again what is answered 413. */
    @Test
    void anIssueWithManyCommentsIsTaken() {
        issue("wb-1", 6_000_000).statusCode(200).body("accepted", equalTo(1));

        assertThat(facts("wb-1"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.key()).isEqualTo("acme"));
    }

    @Test
    void whatSaysThatItIsLargerIsRefusedUnreadAndCounted() throws IOException {
        double before = Door.refused("body.too-large");

        try (Socket jira = declaring("board", LARGEST + 1)) {
            assertThat(answer(jira))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("urn:playcaller:problem:body.too-large", "at most " + LARGEST + " bytes");
        }
        try (Socket desk = declaring("desk", 512_001)) {
            assertThat(answer(desk)).startsWith("HTTP/1.1 413 ").contains("at most 512000 bytes");
        }

        assertThat(Door.refused("body.too-large")).isEqualTo(before + 2);
    }

    /** Nobody knows yet whether who sends it will be believed: what is in memory at once has a bound. */
    @Test
    void largeBodiesBeyondTheRoomAreToldToComeAgain() throws IOException {
        try (Socket slow = declaring("board", LARGEST)) {
            assertThat(slow.isConnected()).isTrue();
            await().atMost(Door.SOON)
                    .until(() -> issue("wb-2", 8_000_000).extract().statusCode() == 503);
            issue("wb-2", 8_000_000)
                    .header("Retry-After", equalTo("5"))
                    .body("type", equalTo("urn:playcaller:problem:body.no-room"));
            issue("wb-3", 100).statusCode(200);
        }

        await().atMost(Door.SOON).until(() -> issue("wb-2", 8_000_000).extract().statusCode() == 200);
        assertThat(facts("wb-2")).hasSize(1);
        assertThat(Door.refused("body.no-room")).isPositive();
    }

    /** Before it is read nobody has looked at its key either. */
    @Test
    void largeBodiesThroughOtherDoorsTakeRoomToo() throws IOException {
        try (Socket board = declaring("board", LARGEST);
                Socket batch = declaringTo("/v1/batch", 4_000_000)) {
            assertThat(board.isConnected() && batch.isConnected()).isTrue();
            await().atMost(Door.SOON)
                    .until(() -> Door.as("web-key")
                                    .body("x".repeat(4_000_000))
                                    .post("/v1/batch")
                                    .statusCode()
                            == 503);
        }

        await().atMost(Door.SOON).until(() -> issue("wb-8", 8_000_000).extract().statusCode() == 200);
    }

    /** It takes room as it grows: 500 KB of it are no large body yet. */
    @Test
    void aBodyThatDoesNotSayItsSizeTakesRoomToo() throws IOException {
        try (Socket board = declaring("board", LARGEST);
                Socket batch = declaringTo("/v1/batch", 4_194_304)) {
            assertThat(board.isConnected() && batch.isConnected()).isTrue();
            await().atMost(Door.SOON)
                    .until(() -> ChunkedPost.whole(RestAssured.port, "/v1/batch", " ".repeat(4_000_000))
                            .contains("body.no-room"));
            assertThat(ChunkedPost.whole(RestAssured.port, "/v1/batch", " ".repeat(400_000)))
                    .startsWith("HTTP/1.1 401 ");
        }

        await().atMost(Door.SOON)
                .until(() -> ChunkedPost.whole(RestAssured.port, "/v1/batch", " ".repeat(4_000_000))
                        .startsWith("HTTP/1.1 413 "));
    }

    /** It is streamed; what only begins like its path is not. */
    @Test
    void aBulkUploadHasABoundOfItsOwn() throws IOException {
        try (Socket upload = declaringTo("/v1/bulk/accounts", 1_073_741_825)) {
            assertThat(answer(upload)).startsWith("HTTP/1.1 413 ").contains("at most 1073741824 bytes");
        }
        try (Socket batch = declaringTo("/v1/bulk/../batch", 4_194_305)) {
            assertThat(answer(batch)).startsWith("HTTP/1.1 413 ").contains("at most 4194304 bytes");
        }
    }

    /** Claims are gone after a day, and Segment signs no time but the one in the body. */
    @Test
    void aRecordedRequestOfTheDayBeforeYesterdayDoesNotCountAgain() {
        String recorded = received("wb-4", Instant.now().minus(Duration.ofHours(25)));
        Door.as("web-key")
                .body(Door.track("wb-4", "acme", "u1", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        Tool.segment("segment", recorded)
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("refused[0].problem.type", equalTo("urn:playcaller:problem:delivery.too-old"))
                .body("refused[0].problem.field", equalTo("/receivedAt"));

        assertThat(facts("wb-4")).hasSize(1);
        Letters.replay(Letters.kept("wb-4")).statusCode(200).body("letter.state", equalTo("duplicate"));
        assertThat(facts("wb-4")).hasSize(1);
    }

    @Test
    void whatWasNeverThereIsFoundInItsLetterAndCountsOnce() {
        Tool.rudder(received("wb-5", Instant.now().minus(Duration.ofDays(3))))
                .statusCode(200)
                .body("refused", hasSize(1));

        String letter = Letters.kept("wb-5");
        Letters.ops()
                .get("/v1/dead-letters?source=rudder&account=acme")
                .then()
                .statusCode(200)
                .body("items.letterId", hasItem(letter));
        Letters.replay(letter).statusCode(200).body("letter.state", equalTo("accepted"));

        assertThat(facts("wb-5")).hasSize(1);
    }

    /** A Replay of Segment or RudderStack brings what is old on purpose: it is an import, and says so. */
    @Test
    void aReplayThatIsAnImportIsTakenAsHistory() {
        open("wb-run", "rudder");

        replayed("wb-6", "wb-run").statusCode(200).body("accepted", equalTo(1));

        assertThat(facts("wb-6"))
                .singleElement()
                .satisfies(fact -> assertThat(header(fact, "ce_origin")).isEqualTo("baseline"));
        Letters.ops().post("/v1/backfills/wb-run/end").then().statusCode(200);
    }

    /** Nothing signs the header: who recorded a request could else have it counted as history whenever any import runs. */
    @Test
    void anImportOfAnotherSourceIsNoneOfAWebhooks() {
        open("wb-other", "web");
        double before = Door.refused("backfill.of-another-source");

        replayed("wb-9", "wb-other")
                .statusCode(409)
                .body("type", equalTo("urn:playcaller:problem:backfill.of-another-source"));

        assertThat(Door.refused("backfill.of-another-source")).isEqualTo(before + 1);
        assertThat(facts("wb-9")).isEmpty();
        Letters.ops().post("/v1/backfills/wb-other/end").then().statusCode(200);
    }

    private static void open(String run, String source) {
        Letters.ops()
                .body("{\"runId\":\"%s\",\"source\":\"%s\"}".formatted(run, source))
                .post("/v1/backfills")
                .then()
                .statusCode(200);
    }

    /** What a destination sends again of what it received long ago. */
    private static ValidatableResponse replayed(String id, String run) {
        return Tool.call(
                "rudder",
                received(id, Instant.now().minus(Duration.ofDays(90))),
                Map.of("Authorization", "Bearer secret of the other destination", "Playcaller-Backfill", run));
    }

    @Test
    void aTicketThatMovesIsSolvedWhereItWas() {
        Tool.desk("""
                        {"account_id":22129848,"id":"wb-7","time":"%s",
                         "type":"zen:event-type:ticket.organization_changed","detail":{"id":"5160","subject":"Cannot login",
                          "status":"OPEN","priority":"HIGH","organization_id":"10004","requester_id":"8447388090494",
                          "created_at":"2025-01-08T10:12:07Z"},
                         "event":{"current":"10004","previous":"10002"}}""".formatted(Instant.now())).statusCode(200).body("accepted", equalTo(2));

        assertThat(facts("wb-7")).singleElement().satisfies(fact -> {
            assertThat(fact.key()).isEqualTo("globex");
            assertThat(WireJson.read(fact.value(), TicketChanged.class).status())
                    .isEqualTo(TicketStatus.OPEN);
        });
        assertThat(facts(Ids.derived("ticket-left", "wb-7").toString()))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.key()).isEqualTo("acme");
                    TicketChanged left = WireJson.read(fact.value(), TicketChanged.class);
                    assertThat(left.ticketId()).isEqualTo("5160");
                    assertThat(left.status()).isEqualTo(TicketStatus.SOLVED);
                });
    }

    private static ValidatableResponse issue(String identifier, int commentBytes) {
        return Tool.board(identifier, """
                {"timestamp":%d,"webhookEvent":"jira:issue_updated","issue":{"id":"10149","key":"SUP-13","fields":{
                 "comment":{"comments":[{"body":"%s"}]},
                 "summary":"The export stops","created":"2018-05-06T17:46:10.612+0200","priority":{"name":"Blocker"},
                 "status":{"name":"In Progress","statusCategory":{"key":"indeterminate"}},
                 "customfield_10050":"acme"}}}""".formatted(Instant.now().toEpochMilli(), "x".repeat(commentBytes)));
    }

    private static String received(String id, Instant at) {
        return Door.track(id, "acme", "u1", "Login")
                .replace("\"event\"", "\"receivedAt\":\"" + at + "\",\"timestamp\":\"" + at + "\",\"event\"");
    }

    /** A request that says how large its body is, and sends nothing of it. */
    private static Socket declaring(String webhook, int bytes) throws IOException {
        return declaringTo("/v1/webhooks/" + webhook, bytes);
    }

    private static Socket declaringTo(String path, int bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout((int) Door.SOON.toMillis());
        socket.getOutputStream()
                .write("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                        .formatted(path, bytes)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The beginning of what comes back. */
    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("}") < 0) {
            int character = in.read();
            if (character < 0) {
                break;
            }
            answer.append((char) character);
        }
        return answer.toString();
    }
}
