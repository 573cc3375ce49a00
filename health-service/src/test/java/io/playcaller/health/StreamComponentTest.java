package io.playcaller.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.testkit.HeardLines;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class StreamComponentTest {

    @TestHTTPResource("/v1/health/stream")
    URI stream;

    @Test
    void whoeverListensHearsOfAChangeOfAScore() throws Exception {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        HttpRequest request = HttpRequest.newBuilder(stream)
                .header("Authorization", TestTokens.bearer("ann", "viewer"))
                .build();
        var listening = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new HeardLines(heard)));
        try (LogWriter log = new LogWriter()) {
            log.tick(LogTime.advance(Duration.ofSeconds(10)));

            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        String account = "heard-" + UUID.randomUUID();
                        log.live(
                                account,
                                LogTime.now(),
                                new UsageRecorded(account, "login", "reports", null, "ann", 1, true));
                        log.live(account, LogTime.now(), new SurveyAnswered(account, SurveyKind.NPS, 9, "ann", null));
                        return heard.stream().anyMatch(line -> line.contains("\"accountId\":\"heard-"));
                    });
        } finally {
            listening.cancel(true);
        }
        assertThat(heard).anyMatch(line -> line.startsWith("data:") && line.contains("\"score\":"));
    }
}
