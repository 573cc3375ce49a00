package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail about no task that was given up: a notice is sent after all, a digest is not. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
@WithTestResource(PeopleSettings.class)
class NoticeReplayComponentTest {

    private RouterWorld world;

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aNoticeIsSentOnceMore() {
        // Given
        UUID notice = givenUp("notice", "failed", "Hand-over of Replayed");

        // When
        Response answer = post("replay", one(notice));

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(RouterWorld.json(answer).get("again").asInt()).isEqualTo(1);
        RouterWorld.await(() -> PeopleWorld.letters("ana", "Hand-over of Replayed"), letters -> letters.size() == 1);
    }

    @Test
    void aNoticeIsSentOnceItsToolIsEnabled() {
        // Given
        givenUp("notice", "disabled", "Hand-over of Enabled");

        // When
        post("enable", "{}").then().statusCode(200);

        // Then
        RouterWorld.await(() -> PeopleWorld.letters("ana", "Hand-over of Enabled"), letters -> letters.size() == 1);
    }

    @Test
    void aDigestIsNotSentAgain() {
        // Given
        UUID digest = givenUp("digest", "failed", "Your day");

        // When
        Response answer = post("replay", one(digest));

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("delivery.digest");
        assertThat(world.count(
                        "select count(*) from delivery where state = 'failed' and delivery_id = '" + digest + "'"))
                .isEqualTo(1);
    }

    /** Something for Ana that is about no task. */
    private UUID givenUp(String kind, String state, String subject) {
        UUID id = UUID.randomUUID();
        world.execute("""
                insert into delivery (delivery_id, connector, purpose, body, created_at, recipient, state, because, attempts)
                values ('%s', 'mail', '%s/%s', '{"noticeId": "%s", "subject": "%s", "lines": ["Accept it."]}',
                        playcaller_now(), 'ana', '%s', 'answered with 421', 10)""".formatted(id, kind, id, id, subject, state));
        return id;
    }

    private static String one(UUID id) {
        return "{\"delivery\": \"" + id + "\"}";
    }

    private static Response post(String act, String body) {
        return RouterWorld.as("ops@example.com", "ops").body(body).post("/v1/connectors/mail/" + act);
    }
}
