package io.playcaller.ingest.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.zip.GZIPOutputStream;

/** Requests to every door, each broken a little, in its body most of all. The same seed gives the same. */
public final class BrokenRequests {

    private static final String TRACK = """
            {"type":"track","userId":"u","event":"E","timestamp":"2026-01-01T00:00:00Z","writeKey":"web-key",
            "properties":{"quantity":3,"meaningful":true},"context":{"groupId":"fuzz"},"integrations":{"All":true}}""";
    private static final String BATCH = """
            {"batch":[{"type":"track","userId":"u","event":"E"},{"type":"page","anonymousId":"b","name":"n"}],
            "context":{"groupId":"fuzz"},"sentAt":"2026-01-01T00:00:00Z","writeKey":"web-key"}""";
    private static final String EVENT = """
            {"specversion":"1.0","id":"%d","source":"web","type":"io.playcaller.usage.recorded.v1",
            "time":"2026-01-01T00:00:00Z","data":{"accountId":"fuzz","event":"E","userId":"u","quantity":2}}""";
    private static final String OBJECTIVE = """
            {"specversion":"1.0","id":"%d","source":"web","type":"io.playcaller.success.objective-changed.v1",
            "time":"2026-01-01T00:00:00Z","data":{"accountId":"fuzz","objectiveId":"o","userId":"u","goal":"less by hand",
            "baseline":1.5,"target":20,"reached":-3e2,"dueAt":"2026-06-01T00:00:00Z"}}""";
    private static final String RETRACTION = """
            {"specversion":"1.0","id":"%d","source":"crm","type":"io.playcaller.correction.fact-retracted.v1",
            "data":{"accountId":"fuzz","factId":"1","factType":"io.playcaller.feedback.survey-answered.v1"}}""";
    private static final String ANSWER = """
            {"event_id":"%d","event_type":"form_response","form_response":{"hidden":{"account":"fuzz"},"answers":[]}}""";
    private static final String ACCOUNT = """
            {"accountId":"fuzz","name":"Fuzz","zone":"Europe/Berlin","country":"DE","strategic":false,"parents":[]}""";

    private static final String WEB = "Basic " + base64("web-key:");
    private static final String NOBODY = "Basic " + base64("nobody");
    private static final String CRM = "Basic " + base64("crm-key:");
    private static final String DESK = "Basic " + base64("support-key:");
    private static final String RUDDER = "Bearer secret of the other destination";

    /** A way in, what it takes, and how its sender proves who it is. */
    private record Way(String path, String authorization, List<String> types, LongFunction<String> body) {

        static Way of(String path, String body) {
            return new Way(path, WEB, TYPES, id -> body);
        }
    }

    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "application/cloudevents+json",
            "application/cloudevents-batch+json",
            "application/cloudevents+avro",
            "application/x-ndjson",
            "text/csv",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "no media type",
            ";");
    private static final List<String> CLOUD_EVENTS =
            List.of("application/cloudevents+json", "application/cloudevents-batch+json", "application/json");
    private static final List<String> JSON = List.of("application/json");
    private static final List<String> ROWS = List.of("application/x-ndjson", "text/csv");

    private static final List<Way> WAYS = List.of(
            Way.of("/v1/track", TRACK),
            Way.of("/v1/page/", TRACK),
            Way.of("/t", TRACK),
            Way.of("/p", TRACK),
            Way.of("/v1/trac", TRACK),
            Way.of("/v1/batch", BATCH),
            Way.of("/b", BATCH),
            Way.of("/v1/import", BATCH),
            Way.of("/v1/validate", BATCH),
            // Each its own: what another request has in work is answered 503, rightly.
            new Way("/v1/events", WEB, CLOUD_EVENTS, EVENT::formatted),
            new Way("/v1/events", WEB, CLOUD_EVENTS, id -> "[" + EVENT.formatted(id) + "," + EVENT.formatted(id) + "]"),
            new Way("/v1/events", WEB, TYPES, EVENT::formatted),
            new Way("/v1/events", WEB, CLOUD_EVENTS, OBJECTIVE::formatted),
            new Way("/v1/events", DESK, CLOUD_EVENTS, RETRACTION::formatted),
            new Way("/v1/events/x", WEB, TYPES, EVENT::formatted),
            new Way("/v1/webhooks/surveys", WEB, JSON, ANSWER::formatted),
            new Way("/v1/webhooks/rudder", RUDDER, JSON, id -> TRACK),
            new Way("/v1/accounts/fuzz", CRM, JSON, id -> ACCOUNT),
            new Way("/v1/bulk/accounts", CRM, ROWS, id -> ACCOUNT.replace("\n", " ") + "\n"));

    private static final List<String> QUERIES =
            List.of("", "", "", "", "?verbose=1", "?verbose=%00", "?preview=true", "?a=b&a=%ff", "?mapping=%00");
    private static final List<String> VALUES = List.of(
            "1.0",
            "0.3",
            "web",
            "%",
            "%e2%82%ac",
            "%ff",
            "\"a b\"",
            "\"",
            "io.playcaller.usage.recorded.v1",
            "2026",
            "a\tb");
    private static final List<String> HEADERS = List.of(
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
            "If-Match",
            "X-Survey-Token",
            "Content-Encoding");

    private final URI service;
    private final Duration timeout;
    private final Random random;

    public BrokenRequests(URI service, Duration timeout, long seed) {
        this.service = service;
        this.timeout = timeout;
        this.random = new Random(seed);
    }

    public HttpRequest next() {
        Way way = any(WAYS);
        byte[] body = Mutations.of(way.body().apply(random.nextLong()), random);
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(way.path() + any(QUERIES)))
                .timeout(timeout)
                .setHeader("Content-Type", any(random.nextInt(4) == 0 ? TYPES : way.types()));
        if (random.nextInt(3) > 0) {
            request.setHeader("Authorization", random.nextInt(20) == 0 ? NOBODY : way.authorization());
            request.setHeader("X-Survey-Token", "secret of the surveys");
        }
        for (int headers = random.nextInt(4); headers > 0; headers--) {
            header(request);
        }
        if (random.nextInt(8) == 0) {
            body = zipped(body);
            request.setHeader("Content-Encoding", "gzip");
        }
        boolean put = way.path().startsWith("/v1/accounts") != (random.nextInt(10) == 0);
        return request.method(put ? "PUT" : "POST", BodyPublishers.ofByteArray(body))
                .build();
    }

    private void header(HttpRequest.Builder request) {
        try {
            request.setHeader(any(HEADERS), any(VALUES));
        } catch (IllegalArgumentException e) {
            // What this client cannot send is not sent.
        }
    }

    /** Compressed, and one time in two broken after that. */
    private byte[] zipped(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] zipped = bytes.toByteArray();
        if (random.nextBoolean()) {
            zipped[random.nextInt(zipped.length)] ^= (byte) (1 + random.nextInt(255));
        }
        return zipped;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
