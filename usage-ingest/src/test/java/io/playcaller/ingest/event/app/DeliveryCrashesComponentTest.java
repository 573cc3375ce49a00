package io.playcaller.ingest.event.app;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.Door;
import io.playcaller.ingest.catalogue.app.RulesInForce;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Foreseen;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.identity.app.Domains;
import io.playcaller.ingest.identity.app.MergesInForce;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.log.app.LogWriter;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.person.app.Texts;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * A delivery writes what people wrote, then the log, then its claims. Here a door stops between two of them, or meets a store
 * that fails, and its sender tries again at another once the claims have lapsed: they are made old where they stand, and the
 * door that goes on then is told that as much time has passed. How locks lapse by themselves stands with the claims.
 */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class DeliveryCrashesComponentTest {

    private static final String USAGE = "io.playcaller.usage.recorded.v1";
    private static final String SURVEY = "io.playcaller.feedback.survey-answered.v1";
    private static final String RETRACTED = "io.playcaller.correction.fact-retracted.v1";

    private static final int UNAVAILABLE = 503;

    private static final Pattern CLAIMED = Pattern.compile("P:(\\d+):\\d+:(.*)");

    private final AtomicLong stoodStillNanos = new AtomicLong();

    @Inject
    Claims claims;

    @Inject
    RedisDataSource redis;

    @Inject
    IngestConfig config;

    @Inject
    PersonIndex people;

    @Inject
    Domains domains;

    @Inject
    MergesInForce merges;

    @Inject
    RulesInForce names;

    @Inject
    HoldingArea holding;

    @Inject
    Texts texts;

    @Inject
    RegisterStatements register;

    @Inject
    LogWriter log;

    @Inject
    Pause pause;

    @Inject
    MonotonicClock monotonic;

    @Inject
    BusinessClock clock;

    @Test
    void whatADoorHadClaimedWhenItDiedIsStoredByTheNextTry() throws Exception {
        String login = event("dc-1", "web", USAGE, "\"event\":\"Login\"");
        Stop stop = new Stop();
        take(door(texts, records -> stop.before(log.write(records))), "web", login);
        stop.awaitReached();
        assertThat(facts("dc-1")).isEmpty();
        lapse("web", "dc-1");

        send("web-key", login).body("accepted", equalTo(1));

        send("web-key", login).body("duplicates", equalTo(1));
        assertThat(facts("dc-1")).hasSize(1);
    }

    @Test
    void whatWasOnTheLogWhenTheDoorDiedIsWrittenAgainUnderTheSameId() throws Exception {
        String login = event("dc-2", "web", USAGE, "\"event\":\"Login\"");
        Stop stop = new Stop();
        take(
                door(
                        texts,
                        records -> log.write(records)
                                .call(() -> stop.before(Uni.createFrom().voidItem()))),
                "web",
                login);
        stop.awaitReached();
        lapse("web", "dc-2");

        send("web-key", login).body("accepted", equalTo(1));

        assertThat(facts("dc-2"))
                .hasSize(2)
                .extracting(record -> Door.header(record, "ce_source"))
                .containsOnly("web");
        send("web-key", login).body("duplicates", equalTo(1));
    }

    @Test
    void aTextWhoseDoorDiedBeforeItsFactIsKeptOnceAndSoIsTheFact() throws Exception {
        String answer = survey("dc-3", "dc-ann", "Aardvark");
        dieBeforeTheLog("dc-3", answer);
        texts("dc-3").body("items", hasSize(1));
        assertThat(facts("dc-3")).isEmpty();

        send("support-key", answer).body("accepted", equalTo(1));

        send("support-key", answer).body("duplicates", equalTo(1));
        texts("dc-3").body("items", hasSize(1));
        assertThat(facts("dc-3")).hasSize(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(said("Aardvark")).hasSize(1));
    }

    @Test
    void aTextWhoseFactTheLogDidNotTakeIsKeptOnceAndTheNextTryNeedNotWait() {
        String answer = survey("dc-4", "dc-bob", "Binturong");
        Foreseen became = take(door(texts, records -> failing()), "support-desk", answer)
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
        assertThat(became.receipt().unstored()).isPresent();
        texts("dc-4").body("items", hasSize(1));

        send("support-key", answer).body("accepted", equalTo(1));

        texts("dc-4").body("items", hasSize(1));
        assertThat(facts("dc-4")).hasSize(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(said("Binturong")).hasSize(1));
    }

    /** Its sender never tries again: a text without a fact is nobody's but its person's, and goes with them. */
    @Test
    void aTextThatACrashLeftBehindGoesWithItsPerson() throws Exception {
        dieBeforeTheLog("dc-5", survey("dc-5", "dc-cid", "Cassowary"));
        await().atMost(SOON).untilAsserted(() -> assertThat(said("Cassowary")).hasSize(1));
        String key = said("Cassowary").get(0).key();

        Door.as("crm-key").delete("/v1/people/dc-cid").then().statusCode(200);

        texts("dc-5").body("items", hasSize(0));
        await().atMost(SOON).untilAsserted(() -> assertThat(newest(key).value()).isNull());
        assertThat(facts("dc-5")).isEmpty();
    }

    @Test
    void aTextThatWasDeletedBeforeTheDoorDiedStaysDeletedAndItsFactIsTakenBackOnce() throws Exception {
        String answer = survey("dc-6", "dc-dan", "Dugong");
        String back = event("dc-7", "support-desk", RETRACTED, "\"factId\":\"dc-6\",\"factType\":\"" + SURVEY + "\"");
        send("support-key", answer).body("accepted", equalTo(1));
        await().atMost(SOON).untilAsserted(() -> assertThat(said("Dugong")).hasSize(1));
        dieBeforeTheLog("dc-7", back);
        texts("dc-6").body("items", hasSize(0));
        assertThat(facts("dc-7")).isEmpty();

        send("support-key", back).body("accepted", equalTo(1));

        send("support-key", back).body("duplicates", equalTo(1));
        assertThat(facts("dc-7")).hasSize(1);
        texts("dc-6").body("items", hasSize(0));
        String key = said("Dugong").get(0).key();
        await().atMost(SOON).untilAsserted(() -> assertThat(newest(key).value()).isNull());
    }

    /** The retraction is not in the log yet; what it names comes once more, as a source does that lost its own answer. */
    @Test
    void aTextThatWasDeletedBeforeTheDoorDiedDoesNotComeBackWithItsFact() throws Exception {
        dieBeforeTheLog(
                "dc-8",
                event("dc-8", "support-desk", RETRACTED, "\"factId\":\"dc-9\",\"factType\":\"" + SURVEY + "\""));

        send("support-key", survey("dc-9", "dc-eve", "Echidna")).body("accepted", equalTo(1));

        texts("dc-9").body("items", hasSize(0));
        assertThat(facts("dc-9")).hasSize(1);
        assertThat(said("Echidna")).isEmpty();
    }

    @Test
    void aDoorThatGoesOnAfterAnotherStoredWhatItHadClaimedWritesNothing() throws Exception {
        String login = event("dc-10", "web", USAGE, "\"event\":\"Login\"");
        Stop stop = new Stop();
        CompletableFuture<Foreseen> paused = take(door(new StoppedTexts(texts, stop), log), "web", login);
        stop.awaitReached();
        lapse("web", "dc-10");
        send("web-key", login).body("accepted", equalTo(1));

        stoodStillNanos.addAndGet(config.dedup().lock().toNanos());
        stop.goOn();

        assertThat(paused.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                        .join()
                        .receipt()
                        .unstored())
                .isPresent();
        send("web-key", login).body("duplicates", equalTo(1));
        assertThat(facts("dc-10")).hasSize(1);
    }

    /** What the service is made of, but for these two. */
    private Acceptance door(Texts texts, LogWriter log) {
        return new Acceptance(
                new KnownIdentities(people, domains, merges),
                new Claiming(claims, pause, () -> monotonic.nanos() + stoodStillNanos.get(), config),
                new Storing(holding, texts, register, log),
                names,
                config);
    }

    private void dieBeforeTheLog(String id, String event) throws Exception {
        Stop stop = new Stop();
        take(door(texts, records -> stop.before(log.write(records))), "support-desk", event);
        stop.awaitReached();
        lapse("support-desk", id);
    }

    /** As if its lock had been over for long. */
    private void lapse(String source, String id) {
        String name = PlaycallerStack.topicPrefix() + "playcaller:claim:" + new ClaimKey(source, id).digest();
        Matcher claimed = CLAIMED.matcher(redis.value(String.class).get(name));
        assertThat(claimed.matches()).isTrue();
        redis.value(String.class).set(name, "P:%s:0:%s".formatted(claimed.group(1), claimed.group(2)));
    }

    private CompletableFuture<Foreseen> take(Acceptance door, String source, String event) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        RawItem raw = RawItem.whole("application/cloudevents+json", bytes, Map.of());
        JsonNode json = ((Step.Kept<JsonNode>) DoorJson.parse(bytes)).value();
        Item item = new CloudEventReader(32_768, source).structured(0, raw, json);
        return door.take(new Delivery(
                        source, Place.HTTP, "cloudevents", clock.instant(), clock.offset(), false, List.of(item)))
                .subscribeAsCompletionStage();
    }

    private static <T> Uni<T> failing() {
        return Uni.createFrom().failure(new IllegalStateException("the log is away"));
    }

    private static String survey(String id, String user, String words) {
        return event(
                id,
                "support-desk",
                SURVEY,
                "\"userId\":\"%s\",\"survey\":\"nps\",\"score\":3,\"comment\":\"%s\"".formatted(user, words));
    }

    private static String event(String id, String source, String type, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"%s\",\"type\":\"%s\",\"data\":{\"accountId\":\"acme\",%s}}"
                .formatted(id, source, type, data);
    }

    /** As senders do, again for as long as another delivery holds its claim. */
    private static ValidatableResponse send(String writeKey, String event) {
        return await().atMost(SOON)
                .until(
                        () -> Door.as(writeKey)
                                .contentType("application/cloudevents+json")
                                .body(event)
                                .post("/v1/events"),
                        answer -> answer.statusCode() != UNAVAILABLE)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse texts(String survey) {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer("ann", "csm"))
                .get("/v1/texts?survey=" + survey)
                .then()
                .statusCode(200);
    }

    /** The records of {@code people} with that word. */
    private static List<ConsumerRecord<String, byte[]>> said(String word) {
        return Door.all(Topic.PEOPLE).stream()
                .filter(record ->
                        record.value() != null && new String(record.value(), StandardCharsets.UTF_8).contains(word))
                .toList();
    }

    private static ConsumerRecord<String, byte[]> newest(String key) {
        return Door.all(Topic.PEOPLE).stream()
                .filter(record -> key.equals(record.key()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
