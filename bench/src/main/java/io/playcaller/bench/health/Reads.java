package io.playcaller.bench.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.bench.FixedRate;
import io.playcaller.bench.Latencies;
import io.playcaller.bench.health.ServiceFigures.Read;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * How long the service takes to answer while nothing else runs: the page of an account with its score, the score of one as it was
 * in the middle of the log, and a page of the list of accounts. Each is asked one after another, the next when the last is answered,
 * and then fifty times a second at fixed times. Accounts and pages are drawn, so that none is asked for again and again.
 */
final class Reads {

    private static final int PER_SECOND = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int PAGES = 40;
    private static final String LIST = "/v1/accounts?limit=50";
    private static final long SEED = 20_261_127;

    private final Ground ground;
    private final ServiceContender service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SplittableRandom random = new SplittableRandom(SEED);

    Reads(Ground ground, ServiceContender service) {
        this.ground = ground;
        this.service = service;
    }

    /** @throws IOException when an answer is none */
    List<Read> of(int seconds) throws IOException, InterruptedException {
        Instant middle = CustomerLog.BEGIN.plus(
                Duration.between(CustomerLog.BEGIN, ground.log().now()).dividedBy(2));
        List<String> accounts = service.scoredBy(middle);
        if (accounts.isEmpty()) {
            throw new IOException("no account had a score by " + middle + ": the log is too short to ask for the past");
        }
        List<String> pages = pages();
        Duration length = Duration.ofSeconds(seconds);
        return List.of(
                read("an account", () -> health(drawn(accounts)), length),
                read("an account in the past", () -> health(drawn(accounts)) + "?asOf=" + middle, length),
                read("a page of 50 accounts", () -> drawn(pages), length));
    }

    private static String health(String account) {
        return "/v1/accounts/" + account + "/health";
    }

    private String drawn(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** The first pages of the list, by the places where they begin. */
    private List<String> pages() throws IOException, InterruptedException {
        List<String> pages = new ArrayList<>();
        String page = LIST;
        while (pages.size() < PAGES) {
            pages.add(page);
            JsonNode next = WireJson.mapper().readTree(answer(page)).path("next");
            if (!next.isTextual()) {
                return pages;
            }
            page = LIST + "&cursor=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8);
        }
        return pages;
    }

    private Read read(String what, Supplier<String> question, Duration length)
            throws IOException, InterruptedException {
        ground.say("asking for %s, for %d s one after another and for %d s at %d a second"
                .formatted(what, length.toSeconds(), length.toSeconds(), PER_SECOND));
        oneAfterAnother(question, WARM_UP);
        Latencies alone = oneAfterAnother(question, length);
        Latencies atRate = new FixedRate(() -> asked(question.get()), what, PER_SECOND).run(length);
        return new Read(what, alone, atRate);
    }

    private Latencies oneAfterAnother(Supplier<String> question, Duration length)
            throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        long end = System.nanoTime() + length.toNanos();
        for (long sent = System.nanoTime(); sent < end; sent = System.nanoTime()) {
            answer(question.get());
            nanos.add(System.nanoTime() - sent);
        }
        return Latencies.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private byte[] answer(String path) throws IOException, InterruptedException {
        return answered(http.send(request(path), BodyHandlers.ofByteArray()));
    }

    private CompletableFuture<byte[]> asked(String path) {
        return http.sendAsync(request(path), BodyHandlers.ofByteArray()).thenApply(answer -> {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(refusal(answer));
            }
            return answer.body();
        });
    }

    private HttpRequest request(String path) {
        URI address = service.address().resolve(path);
        return HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Authorization", service.authorization())
                .build();
    }

    private static byte[] answered(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(refusal(answer));
        }
        return answer.body();
    }

    private static String refusal(HttpResponse<byte[]> answer) {
        return answer.uri() + " answered " + answer.statusCode() + " "
                + new String(answer.body(), StandardCharsets.UTF_8);
    }
}
