package io.playcaller.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.door.BrokenRequests;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Broken requests against the running doors: each is answered, with a reason, and never with a fault of ours. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class DoorFuzzComponentTest {

    private static final int AT_ONCE = 24;
    private static final Duration HANGS = Duration.ofMinutes(3);

    /** What the service may hold more after the last request than after the first tenth: caches fill, nothing else grows. */
    private static final long MAY_GROW = 48L << 20;

    private static final int UNAVAILABLE = 503;

    private final URI service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final AtomicReference<String> fault = new AtomicReference<>();

    @Test
    void everyBrokenRequestIsAnsweredWithAReason() throws Exception {
        send(new BrokenRequests(service, HANGS, 20_261_125), 4_000);
        assertThat(statuses).containsKeys(200, 400, 401, 404);
    }

    @Test
    @Tag("long")
    void aMillionBrokenRequestsAreAnsweredWithAReasonAndLeaveNothingInMemory() throws Exception {
        BrokenRequests requests = new BrokenRequests(service, HANGS, 7);
        long began = System.nanoTime();
        send(requests, 100_000);
        long held = heldBytes();
        for (int tenth = 2; tenth <= 10; tenth++) {
            send(requests, 100_000);
            System.out.printf("%d00,000 broken requests, %.0f s%n", tenth, (System.nanoTime() - began) / 1e9);
        }
        long grown = heldBytes() - held;
        System.out.printf(
                "a million broken requests answered in %.1f s, by status %s; %,d bytes more in memory than after a tenth (%,d)%n",
                (System.nanoTime() - began) / 1e9, new TreeMap<>(statuses), grown, held);
        assertThat(grown).isLessThan(MAY_GROW);
    }

    private void send(BrokenRequests requests, int count) throws InterruptedException {
        for (int i = 0; i < count && fault.get() == null; i++) {
            HttpRequest request = requests.next();
            requireRoom(1);
            CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
            answer.whenComplete((given, failure) -> judge(request, given, failure));
        }
        requireRoom(AT_ONCE);
        room.release(AT_ONCE);
        assertThat(fault.get()).isNull();
    }

    private void requireRoom(int of) throws InterruptedException {
        assertThat(room.tryAcquire(of, HANGS.toSeconds(), SECONDS))
                .as("every request is answered")
                .isTrue();
    }

    private void judge(HttpRequest request, HttpResponse<byte[]> answer, Throwable failure) {
        try {
            String wrong = failure == null ? wrong(request, answer) : failure.toString();
            if (failure == null) {
                statuses.merge(answer.statusCode(), 1, Integer::sum);
            }
            if (wrong != null) {
                fault.compareAndSet(null, request + " " + request.headers().map() + ": " + wrong);
            }
        } finally {
            room.release();
        }
    }

    private static String wrong(HttpRequest request, HttpResponse<byte[]> answer) {
        if (answer.statusCode() == UNAVAILABLE
                && answer.headers().firstValue("Retry-After").isEmpty()) {
            return "503 without Retry-After";
        }
        try {
            JsonNode body = WireJson.mapper().readTree(answer.body());
            boolean reasoned =
                    answer.statusCode() < 300 ? said(body) : isExpected(answer.statusCode()) && reasoned(body);
            boolean ours = body.toString().contains("urn:playcaller:problem:incident");
            return reasoned && !ours ? null : answer.statusCode() + " " + body;
        } catch (IOException e) {
            return answer.statusCode() + " without JSON";
        }
    }

    /** Who comes again while the same is in work, on a slow machine, or while as many uploads are, is told when to try again. */
    private static boolean isExpected(int status) {
        return status < 500 || status == UNAVAILABLE;
    }

    /** What became of it: of events, of events that are only validated, of rows, of a record. */
    private static boolean said(JsonNode body) {
        return body.path("refused").isArray()
                || body.path("items").isArray()
                || body.path("rows").isNumber()
                || body.path("version").isNumber();
    }

    private static boolean reasoned(JsonNode body) {
        boolean ended = body.path("ended").isObject();
        JsonNode problem = ended ? body.path("ended") : body;
        return problem.path("type").asText().startsWith("urn:playcaller:problem:")
                && !problem.path("detail").asText().isEmpty();
    }

    private static long heldBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
