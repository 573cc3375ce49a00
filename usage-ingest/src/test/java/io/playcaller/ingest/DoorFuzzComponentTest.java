package io.playcaller.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.door.Mutations;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Broken requests against the running doors: each is answered, with a reason, and never with a fault of ours. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class DoorFuzzComponentTest {

    private static final int AT_ONCE = 24;
    private static final Duration HANGS = Duration.ofSeconds(20);

    private static final String TRACK = """
            {"type":"track","userId":"u","event":"E","timestamp":"2026-01-01T00:00:00Z","writeKey":"web-key",
            "properties":{"quantity":3,"meaningful":true},"context":{"groupId":"fuzz"},"integrations":{"All":true}}""";
    private static final String BATCH = """
            {"batch":[{"type":"track","userId":"u","event":"E"},{"type":"page","anonymousId":"b","name":"n"}],
            "context":{"groupId":"fuzz"},"sentAt":"2026-01-01T00:00:00Z","writeKey":"web-key"}""";
    private static final String EVENT = """
            {"specversion":"1.0","id":"%d","source":"web","type":"io.playcaller.usage.recorded.v1",
            "time":"2026-01-01T00:00:00Z","data":{"accountId":"fuzz","event":"E","userId":"u","quantity":2}}""";

    private static final String[] PATHS = {
        "/v1/track", "/v1/page/", "/t", "/p", "/v1/batch", "/b", "/v1/import", "/v1/events", "/v1/trac", "/v1/events/x"
    };
    private static final String[] TYPES = {
        "application/json",
        "text/plain",
        "application/cloudevents+json",
        "application/cloudevents-batch+json",
        "application/cloudevents+avro",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "no media type",
        ";"
    };
    private static final String[] VALUES = {
        "1.0", "0.3", "web", "%", "%e2%82%ac", "%ff", "\"a b\"", "\"", "io.playcaller.usage.recorded.v1", "2026", "a\tb"
    };
    private static final String[] HEADERS = {
        "ce-id",
        "ce-source",
        "ce-type",
        "ce-specversion",
        "ce-time",
        "ce-datacontenttype",
        "ce-accountid",
        "Prefer",
        "Origin",
        "Playcaller-Backfill",
        "Accept",
        "Content-Encoding"
    };

    private final URI door = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final AtomicReference<String> fault = new AtomicReference<>();

    @Test
    void everyBrokenRequestIsAnsweredWithAReason() throws Exception {
        send(4_000, 20_261_125);
    }

    @Test
    @Tag("long")
    void aMillionBrokenRequestsAreAnsweredWithAReason() throws Exception {
        send(1_000_000, 7);
    }

    private void send(int requests, long seed) throws Exception {
        Random random = new Random(seed);
        long began = System.nanoTime();
        for (int i = 0; i < requests && fault.get() == null; i++) {
            HttpRequest request = request(random);
            assertThat(room.tryAcquire(HANGS.toSeconds(), SECONDS))
                    .as("a request hangs")
                    .isTrue();
            CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
            answer.whenComplete((given, failure) -> judge(request, given, failure));
        }
        assertThat(room.tryAcquire(AT_ONCE, HANGS.toSeconds(), SECONDS))
                .as("a request hangs")
                .isTrue();
        assertThat(fault.get()).isNull();
        assertThat(statuses).containsKeys(200, 400, 401, 404);
        System.out.printf(
                "%d broken requests answered in %.1f s, by status %s%n",
                requests, (System.nanoTime() - began) / 1e9, new TreeMap<>(statuses));
    }

    private void judge(HttpRequest request, HttpResponse<byte[]> answer, Throwable failure) {
        try {
            String wrong = failure == null ? wrong(answer) : failure.toString();
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

    private static String wrong(HttpResponse<byte[]> answer) {
        try {
            JsonNode body = WireJson.mapper().readTree(answer.body());
            boolean reasoned = answer.statusCode() == 200
                    ? body.path("refused").isArray()
                    : answer.statusCode() < 500
                            && body.path("type").asText().startsWith("urn:playcaller:problem:")
                            && !body.path("detail").asText().isEmpty();
            return reasoned ? null : answer.statusCode() + " " + body;
        } catch (IOException e) {
            return answer.statusCode() + " without JSON";
        }
    }

    private HttpRequest request(Random random) throws IOException {
        String path = PATHS[random.nextInt(PATHS.length)];
        byte[] body = Mutations.of(good(path, random), random);
        HttpRequest.Builder request = HttpRequest.newBuilder(door.resolve(path)).timeout(HANGS);
        if (random.nextInt(3) > 0) {
            request.setHeader("Authorization", "Basic " + Door.base64(random.nextInt(20) == 0 ? "nobody" : "web-key:"));
        }
        request.setHeader("Content-Type", type(path, random));
        for (int headers = random.nextInt(4); headers > 0; headers--) {
            header(request, random);
        }
        if (random.nextInt(8) == 0) {
            body = zipped(body, random);
            request.setHeader("Content-Encoding", "gzip");
        }
        return request.method(random.nextInt(10) == 0 ? "PUT" : "POST", BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String good(String path, Random random) {
        if (path.startsWith("/v1/events")) {
            // Each its own: what another request has in work is answered 503, rightly.
            String event = EVENT.formatted(random.nextLong());
            return random.nextBoolean() ? event : "[" + event + "," + event + "]";
        }
        return path.contains("b") || path.contains("import") ? BATCH : TRACK;
    }

    private static String type(String path, Random random) {
        return path.startsWith("/v1/events") && random.nextInt(3) > 0
                ? TYPES[2 + random.nextInt(2)]
                : TYPES[random.nextInt(TYPES.length)];
    }

    private static void header(HttpRequest.Builder request, Random random) {
        try {
            request.setHeader(HEADERS[random.nextInt(HEADERS.length)], VALUES[random.nextInt(VALUES.length)]);
        } catch (IllegalArgumentException e) {
            // What this client cannot send is not sent.
        }
    }

    /** Compressed, and one time in two broken after that. */
    private static byte[] zipped(byte[] body, Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        byte[] zipped = bytes.toByteArray();
        if (random.nextBoolean()) {
            zipped[random.nextInt(zipped.length)] ^= (byte) (1 + random.nextInt(255));
        }
        return zipped;
    }
}
