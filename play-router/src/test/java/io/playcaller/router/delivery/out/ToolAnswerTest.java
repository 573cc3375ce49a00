package io.playcaller.router.delivery.out;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.out.GuardedHttp.Answer;
import io.playcaller.router.delivery.out.GuardedHttp.Request;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What all tools share that speak HTTP. */
class ToolAnswerTest {

    private record Said(Answer http, JsonNode body) implements ToolAnswer {

        static Said of(int status, String body) {
            Answer answer = new Answer(status, Map.of("retry-after", "7"), body);
            return new Said(answer, ToolAnswer.json(answer));
        }

        @Override
        public String words() {
            return body.isMissingNode() ? "" : ": " + body.path("why").asText();
        }
    }

    @Test
    void aFailureSaysItsStatusTheToolsWordsAndWhenItMayBeTriedAgain() {
        assertThat(Said.of(503, "{\"why\": \"maintenance\"}").byStatus())
                .isEqualTo(new Receipt.Failed(
                        Optional.of(503), "answered with 503: maintenance", Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void aPageOfSomethingInBetweenIsAnAnswerWithoutABody() {
        assertThat(Said.of(502, "<html>Bad gateway</html>").said()).isEqualTo("answered with 502");
        assertThat(Said.of(204, "").byStatus()).isEqualTo(new Receipt.Taken(204));
    }

    @Test
    void whoHasHadEnoughSaysForHowLongAndWhoIsGoneIsGone() {
        assertThat(Said.of(429, "{}").byStatus())
                .isInstanceOfSatisfying(
                        Receipt.Busy.class, busy -> assertThat(busy.pause()).isEqualTo(Duration.ofSeconds(7)));
        assertThat(Said.of(410, "{}").byStatus()).isEqualTo(new Receipt.Gone(410));
    }

    @Test
    void aRequestShowsNeitherItsSecretsNorWhomItNames() {
        Request request = Request.json(
                HttpMethod.POST,
                URI.create("https://tool.example/tasks?q=pia"),
                "Bearer s3cret",
                "{\"name\": \"Pia\"}");

        assertThat(request).hasToString("POST https://tool.example/tasks");
    }
}
