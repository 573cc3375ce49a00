package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Letters.ops;
import static io.playcaller.ingest.Persons.erase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.PersonRecord;
import io.playcaller.ingest.rights.app.ErasureService;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Who is forgotten leaves nothing behind but a receipt, wherever a replica dies. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class ErasureComponentTest {

    private static final List<String> REACHED = List.of(
            "table person",
            "table person_identity",
            "table person_edge",
            "table person_text",
            "table held_event",
            "table dead_letter");

    private static final List<String> OTHERS = List.of(
            "topic people",
            "table letter_erasure",
            "topic usage-events",
            "topic support-events",
            "topic dead-letters",
            "Redis",
            "topic customer-events",
            "health-service",
            "play-router, tables contact, contact_message, contact_refusal, digital_message",
            "play-router, all else",
            "renewal-forecast, console",
            "tools behind webhooks",
            "letters and marketing tools",
            "notes on tasks (play-router, table task_log)",
            "words of overrides (health-service, table score_override)",
            "tables catalogue_event, catalogue_day",
            "tables register_record, account_merge, mapping",
            "table retracted_fact",
            "exports",
            "log files of the services",
            "backups",
            "whoever sends");

    @Inject
    ErasureService erasures;

    @Test
    void aReceiptSaysWhatBecameOfEveryPlace() {
        Persons.put("er-ada", "acme");
        Persons.alias("er-ada", "er-browser");
        Persons.write("er-1", "er-ada", "acme", "It rains");
        Persons.refuse("er-2", "er-ada");
        Persons.meet("er-3", "er-friend", "er-ada");
        String personId = Persons.personId("er-ada");

        JsonPath receipt = complete(erase("er-ada"));

        assertThat(receipt.getString("askedBy")).isEqualTo("a key of crm");
        assertThat(receipt.getList("personIds")).containsExactly(personId);
        assertThat(receipt.getList("places.place", String.class))
                .isEqualTo(Stream.of(REACHED, OTHERS).flatMap(List::stream).toList());
        // An alias names a browser or an earlier user: two ids.
        for (String counted : List.of(
                "table person 1",
                "table person_identity 3",
                "table person_edge 1",
                "table person_text 1",
                "table held_event 1",
                "table dead_letter 1",
                "topic people 2")) {
            int space = counted.lastIndexOf(' ');
            assertThat(place(receipt, counted.substring(0, space)).getLong("count"))
                    .as(counted)
                    .isEqualTo(Long.parseLong(counted.substring(space + 1)));
        }
        assertThat(place(receipt, "topic people").getString("did")).isEqualTo("tombstoned");
        assertThat(Instant.parse(place(receipt, "topic usage-events").getString("until")))
                .isAfter(Instant.now().plus(Duration.ofDays(13)));
        assertThat(receipt.prettify())
                .doesNotContain("er-ada")
                .doesNotContain("er-browser")
                .doesNotContain("engine.example");
        ops().get("/v1/erasures/" + receipt.getString("erasureId"))
                .then()
                .statusCode(200)
                .body("completedAt", equalTo(receipt.getString("completedAt")))
                .body("places", hasSize(REACHED.size() + OTHERS.size()));
    }

    @Test
    void theLogOfTheAccountStaysAsItIs() {
        Persons.put("er-eva", "er-globex");
        Persons.write("er-4", "er-eva", "er-globex", "It snows");
        await().atMost(SOON).until(() -> log("er-globex").size() == 2);

        complete(erase("er-eva"));

        Persons.put("er-after", "er-globex");
        await().atMost(SOON).until(() -> log("er-globex").stream().anyMatch(fact -> names(fact, "er-after")));
        assertThat(log("er-globex")).hasSize(3);
    }

    @Test
    void whoAsksAgainIsShownTheSameReceipt() {
        Persons.put("er-bob", "acme");
        String erasureId = erase("er-bob").statusCode(200).extract().path("erasureId");

        erase("er-bob").statusCode(200).body("erasureId", equalTo(erasureId));
        erase("er-nobody").statusCode(404).body("type", equalTo("urn:playcaller:problem:person.unknown"));
        ops().delete("/v1/people/er-bob?kind=robot").then().statusCode(400).body("field", equalTo("kind"));
        ops().get("/v1/erasures/none").then().statusCode(404);
    }

    @Test
    void whoComesBackIsSomebodyNew() {
        Persons.put("er-cid", "acme");
        String before = Persons.personId("er-cid");
        String first = erase("er-cid").extract().path("erasureId");

        Persons.put("er-cid", "acme");

        assertThat(Persons.personId("er-cid")).isNotEqualTo(before);
        ops().delete("/v1/people/er-cid")
                .then()
                .statusCode(200)
                .body("askedBy", equalTo("olga"))
                .body("erasureId", not(equalTo(first)))
                .body("personIds", not(equalTo(List.of(before))));
    }

    @Test
    void twoWhoAskAtOnceGetOneErasure() {
        Persons.put("er-dan", "acme");

        List<CompletableFuture<String>> asked = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> erase("er-dan").statusCode(200).extract().<String>path("erasureId")))
                .limit(4)
                .toList();

        assertThat(asked.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    /** A browser that said who it is before its alias was a person of its own. */
    @Test
    void whoAnAliasMadeTheSameIsForgottenToo() {
        Door.as("web-key")
                .body("{\"anonymousId\":\"er-tab\",\"traits\":{\"name\":\"Fay Former\"}}")
                .post("/v1/identify")
                .then()
                .statusCode(200);
        Persons.put("er-fay", "acme");
        Persons.alias("er-fay", "er-tab");
        await().atMost(SOON).until(() -> !people("Fay Former").isEmpty());
        String former = people("Fay Former").get(0);

        JsonPath receipt = complete(erase("er-fay"));

        assertThat(receipt.getList("personIds")).hasSize(2).contains(former);
        assertThat(last(former).value()).isNull();
    }

    /** An id was looked up, and a moment later an alias let it name somebody else. */
    @Test
    void whoAnAliasMadeTheSameMeanwhileIsForgottenToo() throws SQLException {
        Persons.put("er-kim", "acme");
        Persons.put("er-lea", "acme");
        Tables.run("update person set same_as = %s where person_id = %s"
                .formatted(Held.personId("er-kim"), Held.personId("er-lea")));
        String asked = Persons.personId("er-lea");

        JsonPath receipt = erase("er-lea").statusCode(200).extract().jsonPath();

        assertThat(receipt.getList("personIds", String.class)).hasSize(2).startsWith(asked);
        Door.as("crm-key").get("/v1/people/er-kim").then().statusCode(404);
    }

    @Test
    void aBrowserIsForgottenByItsOwnId() {
        Door.as("web-key")
                .body("{\"anonymousId\":\"er-kiosk\",\"traits\":{\"name\":\"Kim Kiosk\"}}")
                .post("/v1/identify")
                .then()
                .statusCode(200);

        Door.as("crm-key").delete("/v1/people/er-kiosk").then().statusCode(404);
        complete(Door.as("crm-key").delete("/v1/people/er-kiosk?kind=anonymous").then());
    }

    /** Before the commit: nothing happened, and the next try takes all of it. */
    @Test
    void anErasureThatDiesBeforeItsCommitChangesNothing() throws SQLException {
        Persons.put("er-gus", "acme");
        String letter = Persons.refuse("er-5", "er-gus");
        Persons.meet("er-6", "er-pal", "er-gus");
        Tables.run(
                "create function er_die() returns trigger language plpgsql as 'begin raise exception ''died''; end'",
                "create trigger er_die before insert on erasure for each row execute function er_die()");
        try {
            erase("er-gus").statusCode(500);
        } finally {
            Tables.run("drop trigger er_die on erasure", "drop function er_die()");
        }

        Door.as("crm-key").get("/v1/people/er-gus").then().statusCode(200).body("name", equalTo("Name of er-gus"));
        Letters.get(letter).body("letter.state", equalTo("waiting")).body("content", notNullValue());
        assertThat(Held.waits("er-6")).isTrue();
        JsonPath receipt = erase("er-gus").statusCode(200).extract().jsonPath();
        assertThat(place(receipt, "table dead_letter").getLong("count")).isEqualTo(1);
        assertThat(place(receipt, "table held_event").getLong("count")).isEqualTo(1);
    }

    /** After the commit, before the tombstones are in Kafka, or before that is noted: the next round of any replica. */
    @Test
    void anErasureIsCompleteOnceItsTombstonesAreSent() throws SQLException {
        Persons.put("er-hal", "acme");
        stuckInTheOutbox();

        String id = erase("er-hal")
                .statusCode(200)
                .body("state", equalTo("erased"))
                .body("completedAt", nullValue())
                .body("places.place", equalTo(REACHED))
                .extract()
                .path("erasureId");
        Door.as("crm-key").get("/v1/people/er-hal").then().statusCode(404);

        Tables.run("delete from outbox where shard = 99");
        await().atMost(SOON).until(() -> {
            erasures.complete().await().atMost(SOON);
            return isComplete(id);
        });

        ops().get("/v1/erasures/" + id)
                .then()
                .body("places.find { it.place == 'topic people' }.note", startsWith("in partition "));
    }

    @Test
    void receiptsAreListedTheNewestFirst() {
        for (String user : List.of("er-ida", "er-joe")) {
            Persons.put(user, "acme");
        }
        String older = erase("er-ida").extract().path("erasureId");
        String newer = erase("er-joe").extract().path("erasureId");

        String next = ops().get("/v1/erasures?limit=1")
                .then()
                .body("items.erasureId", equalTo(List.of(newer)))
                .extract()
                .path("next");
        ops().get("/v1/erasures?limit=1&cursor=" + next).then().body("items.erasureId", equalTo(List.of(older)));
    }

    /** Its receipt once its tombstones are sent: the answer waits a moment for that, and the sweep sees to the rest. */
    private static JsonPath complete(ValidatableResponse erased) {
        String id = erased.statusCode(200).extract().path("erasureId");
        await().atMost(SOON).until(() -> isComplete(id));
        return ops().get("/v1/erasures/" + id).jsonPath();
    }

    private static boolean isComplete(String erasureId) {
        return ops().get("/v1/erasures/" + erasureId)
                .then()
                .statusCode(200)
                .extract()
                .path("state")
                .equals("complete");
    }

    /** A record of the topic that no relay owns. */
    private static void stuckInTheOutbox() throws SQLException {
        Tables.run("insert into outbox (shard, topic, key, headers) values (99, '%s', 'er-stuck', '{}')"
                .formatted(Door.topic(Topic.PEOPLE)));
    }

    private static JsonPath place(JsonPath receipt, String name) {
        return new JsonPath(receipt.prettify()).setRootPath("places.find { it.place == '" + name + "' }");
    }

    private static List<ConsumerRecord<String, byte[]>> log(String account) {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(fact -> account.equals(fact.key()))
                .toList();
    }

    private static boolean names(ConsumerRecord<String, byte[]> fact, String user) {
        return new String(fact.value(), StandardCharsets.UTF_8).contains(Persons.personId(user));
    }

    /** The ids of the persons who were ever called so on the topic. */
    private static List<String> people(String name) {
        return Door.all(Topic.PEOPLE).stream()
                .filter(record -> record.value() != null && !record.key().contains("/"))
                .map(record -> WireJson.read(record.value(), PersonRecord.class))
                .filter(person -> name.equals(person.name()))
                .map(PersonRecord::personId)
                .toList();
    }

    private static ConsumerRecord<String, byte[]> last(String key) {
        List<ConsumerRecord<String, byte[]>> keyed = Door.all(Topic.PEOPLE).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
        return keyed.get(keyed.size() - 1);
    }
}
