package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to tasks, told as it happens. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class TaskStreamComponentTest {

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
    void listenersHearOfATaskAsItHappens() {
        // Given
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        CompletableFuture<?> connection = listen("", TestTokens.bearer("viewer@example.com", "viewer"), lines);

        // When: the live reader may still be on its way to the end of the topic
        AtomicInteger said = new AtomicInteger();
        String heard = RouterWorld.await(
                () -> {
                    world.say(Signals.of("heard-" + said.getAndIncrement()).build());
                    return firstOf(lines, "\"accountId\":\"heard-");
                },
                Objects::nonNull);

        // Then
        assertThat(heard).contains("\"transition\":\"created\"");
        connection.cancel(true);
    }

    @Test
    void whoListensForTheirOwnHearsOfNoOthers() {
        // Given
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        CompletableFuture<?> connection = listen("?assignee=me", TestTokens.bearer("ben@example.com", "csm"), lines);

        // When: one of another before each of his, since the live reader may still be on its way
        AtomicInteger said = new AtomicInteger();
        String heard = RouterWorld.await(
                () -> {
                    int next = said.getAndIncrement();
                    world.say(Signals.of("stream-of-ana-" + next)
                            .owner("csm", "ana")
                            .build());
                    world.awaitTask("stream-of-ana-" + next);
                    world.say(Signals.of("stream-of-ben-" + next)
                            .owner("csm", "ben")
                            .build());
                    return firstOf(lines, "\"accountId\":\"stream-of-");
                },
                Objects::nonNull);

        // Then
        assertThat(heard).contains("\"assignee\":\"ben\"").contains("stream-of-ben-");
        connection.cancel(true);
    }

    @Test
    void aStreamIsNotNarrowedByWhatAStepMayChange() {
        Response answer = RouterWorld.get("/v1/tasks/stream?severity=high");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RouterWorld.json(answer).get("field").asText()).isEqualTo("severity");
    }

    /** What was said by others before may still come; null when nothing that matters came within a second. */
    private static @Nullable String firstOf(BlockingQueue<String> lines, String mark) throws InterruptedException {
        String line = lines.poll(1, TimeUnit.SECONDS);
        while (line != null && !line.contains(mark)) {
            line = lines.poll(1, TimeUnit.SECONDS);
        }
        return line;
    }

    private static CompletableFuture<?> listen(String question, String bearer, BlockingQueue<String> lines) {
        HttpRequest listen = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/tasks/stream" + question))
                .header("Authorization", bearer)
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(listen, HttpResponse.BodyHandlers.fromLineSubscriber(new LineQueue(lines)));
    }
}
