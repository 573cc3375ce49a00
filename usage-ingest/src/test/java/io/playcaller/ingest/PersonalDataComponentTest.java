package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.playcaller.contracts.Topic;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names, addresses and the customer's own ids of people stop at the door. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class PersonalDataComponentTest {

    private static final String USER = "katherine@orbit.example";
    private static final String BROWSER = "browser-of-katherine";
    private static final List<String> PERSONAL = List.of("katherine", "Katherine", "Johnson", "orbit.example");

    @Test
    void noRecordBehindTheDoorNamesAnybody() {
        Door.as("web-key")
                .body(Door.batch(
                        """
                        {"type":"identify","messageId":"pii-1","userId":"%s","anonymousId":"%s",
                         "traits":{"name":"Katherine Johnson","email":"%s","title":"Mathematician"}}""".formatted(USER, BROWSER, USER),
                        "{\"type\":\"group\",\"messageId\":\"pii-2\",\"userId\":\"%s\",\"groupId\":\"nasa\"}"
                                .formatted(USER),
                        "{\"type\":\"alias\",\"messageId\":\"pii-3\",\"userId\":\"%s\",\"previousId\":\"%s\"}"
                                .formatted(USER, BROWSER),
                        """
                        {"type":"track","messageId":"pii-4","userId":"%s","event":"Orbit Computed",
                         "properties":{"reviewer":"Katherine Johnson"},"context":{"traits":{"email":"%s"}}}""".formatted(USER, USER),
                        "{\"type\":\"page\",\"messageId\":\"pii-5\",\"anonymousId\":\"%s\",\"name\":\"Home\"}"
                                .formatted(BROWSER)))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(4))
                .body("held", equalTo(1));
        Door.as("web-key")
                .body("{\"messageId\":\"pii-6\",\"anonymousId\":\"%s\",\"event\":\"Orbit Computed\"}"
                        .formatted(BROWSER))
                .post("/v1/track")
                .then()
                .statusCode(200);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(ids()).contains("pii-2", "pii-4", "pii-6");
            assertThat(Door.text(Door.all(Topic.PEOPLE)))
                    .contains("Katherine Johnson")
                    .contains(USER);
        });
        String log = Door.text(Stream.of(Topic.CUSTOMER_EVENTS, Topic.ACCOUNT_REGISTER)
                .flatMap(topic -> Door.all(topic).stream())
                .toList());
        assertThat(PERSONAL).allSatisfy(word -> assertThat(log).doesNotContain(word));
    }

    @Test
    void anAliasedBrowserIsTheSamePerson() {
        Door.as("web-key")
                .body(
                        Door.batch(
                                "{\"type\":\"group\",\"messageId\":\"al-1\",\"userId\":\"al-user\",\"groupId\":\"nasa\"}",
                                "{\"type\":\"alias\",\"messageId\":\"al-2\",\"userId\":\"al-user\",\"previousId\":\"al-browser\"}"))
                .post("/v1/batch")
                .then()
                .body("accepted", equalTo(2));
        for (String who : new String[] {"\"userId\":\"al-user\"", "\"anonymousId\":\"al-browser\""}) {
            Door.as("web-key")
                    .body("{%s,\"messageId\":\"al-%d\",\"event\":\"Login\"}".formatted(who, who.length()))
                    .post("/v1/track")
                    .then()
                    .body("accepted", equalTo(1));
        }

        assertThat(Stream.of("al-18", "al-26")
                        .flatMap(id -> Door.facts(id).stream())
                        .map(fact -> new String(fact.value(), StandardCharsets.UTF_8))
                        .distinct())
                .hasSize(1);
    }

    private static List<String> ids() {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .map(record -> header(record, "ce_id"))
                .toList();
    }
}
