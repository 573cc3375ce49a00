package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Letters.ops;
import static io.playcaller.ingest.Letters.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.playcaller.contracts.Topic;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everything that is held about a person, in one document. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class AccessReportComponentTest {

    private static final List<String> EVERY_PLACE = List.of(
            "table person, topic people",
            "table person_identity",
            "table person_identity",
            "table person_identity",
            "table person_edge",
            "table person_text, topic people",
            "table held_event",
            "table dead_letter, topic dead-letters",
            "table letter_replay");

    @Test
    void everythingIsInItWithSourceAndDate() {
        known("ar-ada");

        JsonPath report = report("ar-ada", "");

        assertThat(report.getList("items.place", String.class)).isEqualTo(EVERY_PLACE);
        assertThat(report.getList("personIds")).containsExactly(Persons.personId("ar-ada"));
        assertThat(report.getString("items[0].content.email")).isEqualTo("ar-ada@engine.example");
        assertThat(report.getList("items[1,2,3].content.id"))
                .containsExactly("ar-ada-browser", "ar-ada", "ar-ada-browser");
        assertThat(report.getString("items[4].content.accountId")).isEqualTo("acme");
        assertThat(report.getString("items[5].content.subject")).isEqualTo("Words of ar-ada");
        assertThat(report.getString("items[5].source")).isEqualTo("support-desk");
        assertThat(report.getString("items[6].content.payload")).contains("ar-ada-friend");
        assertThat(report.getString("items[7].content.reason")).isEqualTo("field.missing");
        assertThat(report.getString("items[8].content.payload")).contains("ar-ada");
        assertThat(report.getList("items[4,5,6,7,8].at")).doesNotContainNull().hasSize(5);
        assertThat(report.getString("next")).isNull();
        assertThat(report.getList("notHere.place", String.class))
                .contains("topic customer-events", "letters and marketing tools", "backups")
                .anyMatch(place -> place.startsWith("play-router, tables contact"));
    }

    @Test
    void itComesInPages() {
        known("ar-bob");
        List<String> places = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = report("ar-bob", "?limit=2" + cursor);
            places.addAll(page.getList("items.place", String.class));
            cursor = following(page.getString("next"));
        } while (!cursor.isEmpty());

        assertThat(places).isEqualTo(EVERY_PLACE);
    }

    @Test
    void theFactsOfTheLogComeLastWhenTheyAreAskedFor() {
        Persons.put("ar-dan", "ar-initech");
        Door.as("web-key")
                .body(Door.track("ar-dan-1", "ar-initech", "ar-dan", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(200);
        Persons.put("ar-eve", "ar-initech");
        await().atMost(SOON).until(() -> facts("ar-dan-1").size() == 1 && contacts("ar-initech") == 2);

        List<String> types = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = report("ar-dan", "?log=true&limit=1" + cursor);
            types.addAll(
                    page.getList("items.findAll { it.place == 'topic customer-events' }.content.type", String.class));
            cursor = following(page.getString("next"));
        } while (!cursor.isEmpty());

        assertThat(types)
                .containsExactlyInAnyOrder(
                        "io.playcaller.register.contact-changed.v1", "io.playcaller.usage.recorded.v1");
    }

    private static long contacts(String account) {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(fact -> account.equals(fact.key()))
                .filter(fact -> Door.header(fact, "ce_type").equals("io.playcaller.register.contact-changed.v1"))
                .count();
    }

    private static String following(@Nullable String next) {
        return next == null ? "" : "&cursor=" + next;
    }

    @Test
    void ofWhomNobodyKnowsThereIsNone() {
        known("ar-cid");
        Persons.erase("ar-cid").statusCode(200);

        for (String user : List.of("ar-cid", "ar-nobody")) {
            ops().get("/v1/people/" + user + "/report").then().statusCode(404);
        }
        ops().get("/v1/people/ar-cid/report?cursor=x")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:cursor.invalid"));
    }

    /** In every place once, and twice by id. */
    private static void known(String user) {
        Persons.put(user, "acme");
        Persons.alias(user, user + "-browser");
        Persons.write(user + "-1", user, "acme", "Words of " + user);
        Persons.meet(user + "-2", user + "-friend", user);
        String letter = Persons.refuse(user + "-3", user);
        replay(letter, "{\"payload\":{\"userId\":\"%s\"}}".formatted(user)).body("letter.state", equalTo("refused"));
    }

    private static JsonPath report(String user, String query) {
        return ops().get("/v1/people/" + user + "/report" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
