package io.playcaller.cli.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.http.Answer;
import io.playcaller.cli.http.Http;
import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Service;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The HTTP doors of usage-ingest. Safe for use by several threads. */
public final class Doors {

    private static final String BACKFILL = "Playcaller-Backfill";
    private static final int UNAUTHORIZED = 401;

    private final Installation installation;
    private final Http http;

    public Doors(Installation installation, Http http) {
        this.installation = installation;
        this.http = http;
    }

    /** Opens an import; requests that name it are history, whatever their time. Opening it twice is once. */
    public void beginBackfill(String runId, String source) {
        Answer answer = http.post(
                url("/v1/backfills"), headers(source, null), WireJson.write(Map.of("runId", runId, "source", source)));
        requireOk(answer, "open the backfill");
    }

    /** Ends an import: what is bad now becomes triage, once. */
    public void endBackfill(String runId, String source) {
        Answer answer = http.post(url("/v1/backfills/" + runId + "/end"), headers(source, null), new byte[] {'{', '}'});
        requireOk(answer, "end the backfill");
    }

    public Outcome put(Parcel.Entry entry, @Nullable String runId) {
        Answer answer = http.put(url(entry.path()), headers(entry.source(), runId), WireJson.write(entry.body()));
        if (!answer.ok()) {
            stopAt(answer);
            return new Outcome.Refused(answer.code(), answer.detail());
        }
        return new Outcome.Accepted(answer.body().path("version").asLong());
    }

    /** Delivers facts of one source as one batch; an outcome for each, in order. */
    public List<Outcome> events(List<Parcel.Fact> facts, @Nullable String runId) {
        Map<String, String> headers = new HashMap<>(headers(facts.get(0).source(), runId));
        headers.put("content-type", "application/cloudevents-batch+json");
        Answer answer = http.post(url("/v1/events"), headers, WireJson.write(batch(facts)));
        if (!answer.ok()) {
            stopAt(answer);
            return Collections.nCopies(facts.size(), new Outcome.Refused(answer.code(), answer.detail()));
        }
        return outcomes(facts.size(), answer.body());
    }

    private static ArrayNode batch(List<Parcel.Fact> facts) {
        ArrayNode batch = WireJson.mapper().createArrayNode();
        for (Parcel.Fact fact : facts) {
            ObjectNode event = batch.addObject();
            event.put("specversion", "1.0");
            event.put("id", fact.id());
            event.put("source", fact.source());
            event.put("type", fact.type().wire());
            event.put("time", fact.time().toString());
            event.set("data", fact.data());
        }
        return batch;
    }

    /** The answer lists what it refused and counts duplicates; which ones they were does not matter to anybody. */
    private static List<Outcome> outcomes(int size, JsonNode body) {
        List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(size, Outcome.ACCEPTED));
        for (JsonNode refused : body.path("refused")) {
            JsonNode problem = refused.path("problem");
            int index = refused.path("index").asInt();
            outcomes.set(
                    index,
                    new Outcome.Refused(
                            Answer.code(problem, 0), problem.path("detail").asText()));
        }
        int duplicates = body.path("duplicates").asInt();
        for (int i = 0; i < size && duplicates > 0; i++) {
            if (outcomes.get(i) == Outcome.ACCEPTED) {
                outcomes.set(i, Outcome.UNCHANGED);
                duplicates--;
            }
        }
        return outcomes;
    }

    private Map<String, String> headers(String source, @Nullable String runId) {
        String key = installation.secrets().writeKey(source) + ":";
        Map<String, String> headers = new HashMap<>();
        headers.put(
                "authorization", "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
        if (runId != null) {
            headers.put(BACKFILL, runId);
        }
        return headers;
    }

    private String url(String path) {
        return installation.settings().url(Service.USAGE_INGEST) + path;
    }

    private static void requireOk(Answer answer, String what) {
        if (!answer.ok()) {
            throw new Refused("usage-ingest does not %s: %s".formatted(what, answer.detail()));
        }
    }

    /** A fault of the whole is no refusal of one parcel. */
    private static void stopAt(Answer answer) {
        if (answer.status() == UNAUTHORIZED || answer.status() >= 500) {
            throw new Refused("usage-ingest answers %d: %s; see ./playcaller logs usage-ingest"
                    .formatted(answer.status(), answer.detail()));
        }
    }
}
