package io.playcaller.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.function.IntConsumer;

/**
 * From the 2xx of an event that crosses a threshold to its task readable over HTTP: through the door, the log, the fold,
 * the signal and the router. Each run is an account of its own whose customer answers an NPS survey with 2, which opens
 * {@code sen.nps_detractor} without a for-duration. Runs follow one another; the task is polled for without a pause.
 */
public final class EventToTask {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Target target;
    private final String batch;

    /** @param batch names the accounts of this measurement; another name, other accounts */
    public EventToTask(Target target, String batch) {
        this.target = target;
        this.batch = batch;
    }

    /**
     * Measures {@code runs} times.
     *
     * @param progress told how many runs are done
     * @throws IOException when a service refuses, or a task does not come within 30 s
     */
    public Latencies measure(int runs, LocalDate today, IntConsumer progress) throws IOException, InterruptedException {
        for (int run = 0; run < runs; run++) {
            register(account(run), today);
        }
        long[] nanos = new long[runs];
        for (int run = 0; run < runs; run++) {
            detract(account(run));
            long accepted = System.nanoTime();
            awaitTask(account(run), accepted);
            nanos[run] = System.nanoTime() - accepted;
            progress.accept(run + 1);
        }
        return Latencies.of(nanos);
    }

    private String account(int run) {
        return "bench-" + batch + "-" + run;
    }

    private void register(String account, LocalDate today) throws IOException, InterruptedException {
        put("/v1/accounts/" + account, """
                {"name":"%s","zone":"Europe/Berlin","strategic":false,"parents":[]}""".formatted(account));
        LocalDate starts = today.minusDays(200);
        put("/v1/contracts/c-" + account, """
                {"accountId":"%1$s","signedOn":"%2$s","startsOn":"%2$s","endsOn":"%3$s","autoRenew":false,"noticeDays":0,
                 "lines":[{"lineId":"l-%1$s","productId":"core","arr":{"minor":6000000,"currency":"EUR"},"seats":10,
                           "startsOn":"%2$s","endsOn":"%3$s"}],
                 "movements":[{"movementId":"m-%1$s","kind":"new","on":"%2$s","delta":{"minor":6000000,"currency":"EUR"}}]}""".formatted(account, starts, starts.plusYears(1)));
    }

    private void detract(String account) throws IOException, InterruptedException {
        String event = """
                {"specversion":"1.0","id":"%1$s-nps","source":"web","type":"io.playcaller.feedback.survey-answered.v1",
                 "subject":"%1$s","datacontenttype":"application/json",
                 "data":{"accountId":"%1$s","survey":"nps","score":2}}""".formatted(account);
        JsonNode answer = send(HttpRequest.newBuilder(target.ingest().resolve("/v1/events"))
                .header("Authorization", basic(target.eventsKey()))
                .header("Content-Type", "application/cloudevents+json")
                .POST(HttpRequest.BodyPublishers.ofString(event)));
        if (answer.path("accepted").asInt() != 1) {
            throw new IOException("the event was not accepted: " + answer);
        }
    }

    private void awaitTask(String account, long since) throws IOException, InterruptedException {
        URI tasks = target.router().resolve("/v1/tasks?account=" + account + "&state=open&limit=1");
        while (System.nanoTime() - since < LIMIT.toNanos()) {
            JsonNode answer = send(HttpRequest.newBuilder(tasks).header("Authorization", "Bearer " + target.token()));
            if (!answer.path("items").isEmpty()) {
                return;
            }
        }
        throw new IOException("no task for " + account + " within " + LIMIT);
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(target.ingest().resolve(path))
                .header("Authorization", basic(target.registerKey()))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String basic(String writeKey) {
        return "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }
}
