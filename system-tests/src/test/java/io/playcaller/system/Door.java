package io.playcaller.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A sender at usage-ingest's door. Like every SDK it sends a batch again until it is answered 200, with the same ids: it
 * cannot know what became of a request that nobody answered.
 */
final class Door {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GIVE_UP = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String LOCKED = "another delivery of it is in work";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String url;
    private final Duration patience;
    private final String other;
    private volatile int accepted;
    private volatile int duplicates;
    private volatile int sentAgain;
    private volatile int locked;
    private volatile int takenOver;
    private volatile int answered;

    Door(String url) {
        this(url, PATIENCE, url);
    }

    /** Behind a load balancer: what a door does not answer with 200, within its patience, is sent again to the other. */
    Door(String url, Duration patience, String other) {
        this.url = url;
        this.patience = patience;
        this.other = other;
    }

    int accepted() {
        return accepted;
    }

    int duplicates() {
        return duplicates;
    }

    /** Requests that were sent again because nobody answered them, or not with 200. */
    int sentAgain() {
        return sentAgain;
    }

    /** Requests that were answered 503 with Retry-After because another delivery held their claims, and then accepted. */
    int takenOver() {
        return takenOver;
    }

    /** Requests that were answered 200. */
    int answered() {
        return answered;
    }

    /** Returns when every one of them was answered for. */
    void deliver(List<Fact> facts) {
        List<ObjectNode> tracks = new ArrayList<>();
        List<ObjectNode> tickets = new ArrayList<>();
        List<ObjectNode> others = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Use use) {
                tracks.add(track(use));
            } else if (fact instanceof Fact.Ticket ticket) {
                tickets.add(cloudEvent(ticket, "support-desk"));
            } else {
                others.add(cloudEvent(fact, "web"));
            }
        }
        if (!tracks.isEmpty()) {
            ObjectNode batch = JSON.createObjectNode();
            batch.putArray("batch").addAll(tracks);
            send("/v1/batch", "web", "application/json", batch);
        }
        sendEvents("web", others);
        sendEvents("support-desk", tickets);
    }

    private void sendEvents(String source, List<ObjectNode> events) {
        if (!events.isEmpty()) {
            JsonNode batch = JSON.createArrayNode().addAll(events);
            send("/v1/events", source, "application/cloudevents-batch+json", batch);
        }
    }

    private static ObjectNode track(Fact.Use use) {
        ObjectNode track = JSON.createObjectNode();
        track.put("type", "track").put("messageId", use.id()).put("userId", use.user());
        track.put("event", "used").put("timestamp", use.at().toString());
        track.putObject("context").put("groupId", use.account());
        track.putObject("properties").put("feature", use.feature()).put("quantity", use.quantity());
        return track;
    }

    private static ObjectNode cloudEvent(Fact fact, String source) {
        ObjectNode event = JSON.createObjectNode();
        event.put("specversion", "1.0").put("id", fact.id()).put("source", source);
        event.put("time", fact.at().toString()).put("datacontenttype", "application/json");
        ObjectNode data = event.putObject("data").put("accountId", fact.account());
        if (fact instanceof Fact.Answer answer) {
            event.put("type", "io.playcaller.feedback.survey-answered.v1");
            data.put("survey", answer.survey()).put("score", answer.score()).put("userId", answer.user());
        } else if (fact instanceof Fact.Milestone milestone) {
            event.put("type", "io.playcaller.success.milestone-changed.v1");
            data.put("milestone", milestone.key()).put("dueAt", milestone.due().toString());
            if (milestone.reached() != null) {
                data.put("reachedAt", milestone.reached().toString());
            }
        } else if (fact instanceof Fact.Ticket ticket) {
            event.put("type", "io.playcaller.support.ticket-changed.v1");
            data.put("ticketId", ticket.ticket()).put("status", "open").put("severity", ticket.severity());
            data.put("openedAt", ticket.opened().toString());
        }
        return event;
    }

    private void send(String path, String source, String contentType, JsonNode body) {
        String key = Installation.KEYS.get(source) + ":";
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", contentType)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(body.toString()));
        HttpRequest first =
                request.uri(URI.create(url + path)).timeout(patience).build();
        HttpRequest again =
                request.uri(URI.create(other + path)).timeout(PATIENCE).build();
        int acceptedBefore = accepted;
        int lockedBefore = locked;
        long deadline = System.nanoTime() + GIVE_UP.toNanos();
        for (boolean sent = sent(first); !sent; sent = sent(again)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(path + " was not answered 200 within " + GIVE_UP);
            }
            sentAgain++;
            pause();
        }
        if (locked > lockedBefore && accepted > acceptedBefore) {
            takenOver++;
        }
        answered++;
    }

    private boolean sent(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 503) {
                locked += isLocked(answer) ? 1 : 0;
                return false;
            }
            JsonNode receipt = JSON.readTree(answer.body());
            if (answer.statusCode() != 200 || !receipt.path("refused").isEmpty()) {
                throw new AssertionError(request.uri() + " answered " + answer.statusCode() + " " + answer.body());
            }
            accepted += receipt.path("accepted").asInt();
            duplicates += receipt.path("duplicates").asInt();
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean isLocked(HttpResponse<String> answer) {
        return answer.headers().firstValue("Retry-After").isPresent()
                && answer.body().contains(LOCKED);
    }

    /** As an SDK does between two attempts; nothing is awaited by it. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
