package io.playcaller.router;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Salesforce with its tasks: an upsert under a key that it knows changes the task of that key. */
public final class SalesforceDouble extends ToolDouble {

    private static final String KEY = "Playcaller_Key__c";
    private static final Pattern TASK =
            Pattern.compile("/services/data/v61\\.0/sobjects/Task/" + KEY + "/([0-9a-f-]{36})(\\?.*)?");
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, ObjectNode> tasks = new LinkedHashMap<>();
    private boolean expired;
    private int tokens;

    @Override
    public JsonNode kept() {
        ArrayNode all = WireJson.mapper().createArrayNode();
        tasks.values().forEach(task -> all.add(task.deepCopy()));
        return all;
    }

    /** The token that it gave out is good no more. */
    public void expire() {
        expired = true;
    }

    /** How many tokens it gave out. */
    public int tokens() {
        return tokens;
    }

    /** Somebody closes it. */
    public void close(String key) {
        tasks.get(key).put("Status", "Completed").put("IsClosed", true);
    }

    @Override
    protected Reply reply(String method, String path, JsonNode body) {
        if (path.equals("/services/oauth2/token")) {
            expired = false;
            tokens++;
            return new Reply(200, "{\"access_token\": \"t" + tokens + "\"}");
        }
        if (expired) {
            return new Reply(401, "[{\"errorCode\": \"INVALID_SESSION_ID\", \"message\": \"Session expired\"}]");
        }
        if (path.startsWith("/services/data/v61.0/query")) {
            return query(path);
        }
        Matcher of = TASK.matcher(path);
        if (!of.matches()) {
            return new Reply(404, "[{\"errorCode\": \"NOT_FOUND\", \"message\": \"no such resource\"}]");
        }
        return method.equals("PATCH") ? upsert(of.group(1), (ObjectNode) body) : find(of.group(1));
    }

    private Reply find(String key) {
        ObjectNode task = tasks.get(key);
        return task == null
                ? new Reply(404, "[{\"errorCode\": \"NOT_FOUND\", \"message\": \"no such record\"}]")
                : new Reply(200, task.toString());
    }

    private Reply upsert(String key, ObjectNode fields) {
        if (fields.path("Subject").asText().contains("refuse")) {
            return new Reply(400, "[{\"errorCode\": \"INVALID_FIELD\", \"message\": \"No such column\"}]");
        }
        boolean created = !tasks.containsKey(key);
        ObjectNode task = tasks.computeIfAbsent(
                key, missing -> WireJson.mapper().createObjectNode().put("Id", "00T" + tasks.size()));
        task.setAll(fields);
        task.put(KEY, key).put("IsClosed", task.path("Status").asText().equals("Completed"));
        return new Reply(
                created ? 201 : 200,
                "{\"id\": \"" + task.get("Id").asText() + "\", \"success\": true, \"created\": " + created + "}");
    }

    private Reply query(String path) {
        ArrayNode found = WireJson.mapper().createArrayNode();
        Matcher keys = UUIDS.matcher(path);
        while (keys.find()) {
            if (tasks.containsKey(keys.group())) {
                found.add(tasks.get(keys.group()));
            }
        }
        return new Reply(200, "{\"done\": true, \"records\": " + found + "}");
    }
}
