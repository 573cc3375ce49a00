package io.playcaller.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Sends one request after another; each is full of events that were never sent before. */
final class Sender {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong requests = new AtomicLong();
    private final URI door;
    private final String authorization;
    private final String run;
    private final InstantSource clock;

    Sender(Door door, String run, InstantSource clock) {
        this.door = door.ingest();
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((door.key() + ":").getBytes(StandardCharsets.UTF_8));
        this.run = run;
        this.clock = clock;
    }

    /** Completes when all events of one request are stored; fails when one of them is not. */
    CompletableFuture<Void> send(Shape shape) {
        String now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(door.resolve(shape.path()))
                .timeout(LIMIT)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(shape.body(run, requests.getAndIncrement(), now)));
        if (shape.gzip()) {
            request.header("Content-Encoding", "gzip");
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString())
                .thenAccept(answer -> requireStored(answer, shape.events()));
    }

    private static void requireStored(HttpResponse<String> answer, int events) {
        if (answer.statusCode() != 200 || !answer.body().contains("\"accepted\":" + events + ",")) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
    }
}
