package io.playcaller.router;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jira with one project: it makes an issue of every creation that it is asked for, however often. */
public final class JiraDouble extends ToolDouble {

    private static final Pattern ISSUE = Pattern.compile("/rest/api/3/issue/(\\d+)(/\\w+)?(\\?.*)?");
    private static final Pattern LABEL = Pattern.compile("\"(playcaller-[^\"]+)\"");
    private static final List<String> CATEGORIES = List.of("new", "indeterminate", "done");

    private final Map<String, ObjectNode> issues = new LinkedHashMap<>();

    @Override
    public JsonNode kept() {
        ArrayNode all = WireJson.mapper().createArrayNode();
        issues.values().forEach(issue -> all.add(issue.deepCopy()));
        return all;
    }

    /** Somebody deletes it. */
    public void delete(String id) {
        issues.remove(id);
    }

    /** Somebody moves it there. */
    public void move(String id, String category) {
        ((ObjectNode) issues.get(id).get("fields"))
                .putObject("status")
                .putObject("statusCategory")
                .put("key", category);
    }

    @Override
    protected Reply reply(String method, String path, JsonNode body) {
        if (path.equals("/rest/api/3/issue")) {
            return create(body);
        }
        if (path.equals("/rest/api/3/search/jql")) {
            return search(body.get("jql").asText());
        }
        Matcher of = ISSUE.matcher(path);
        if (!of.matches() || !issues.containsKey(of.group(1))) {
            return new Reply(404, "{\"errorMessages\": [\"Issue does not exist\"], \"errors\": {}}");
        }
        return ofIssue(method, of.group(1), String.valueOf(of.group(2)), body);
    }

    private Reply create(JsonNode body) {
        String id = Integer.toString(10_001 + issues.size());
        ObjectNode issue = body.deepCopy();
        issue.put("id", id);
        issue.putArray("comments");
        issues.put(id, issue);
        move(id, "new");
        return new Reply(201, "{\"id\": \"" + id + "\", \"key\": \"CS-" + issues.size() + "\"}");
    }

    private Reply search(String jql) {
        ArrayNode found = WireJson.mapper().createArrayNode();
        Matcher labels = LABEL.matcher(jql);
        while (labels.find()) {
            issues.values().stream()
                    .filter(issue -> issue.at("/fields/labels").toString().contains(labels.group(1)))
                    .forEach(found::add);
        }
        return new Reply(200, "{\"issues\": " + found + ", \"isLast\": true}");
    }

    private Reply ofIssue(String method, String id, String part, JsonNode body) {
        ObjectNode issue = issues.get(id);
        ArrayNode comments = (ArrayNode) issue.get("comments");
        return switch (method + part) {
            case "GETnull" -> new Reply(200, issue.toString());
            case "PUTnull" -> {
                ((ObjectNode) issue.get("fields")).setAll((ObjectNode) body.get("fields"));
                yield new Reply(204, "");
            }
            case "GET/transitions" -> new Reply(200, transitions());
            case "POST/transitions" -> {
                move(id, CATEGORIES.get(body.at("/transition/id").asInt()));
                yield new Reply(204, "");
            }
            case "GET/comment" -> new Reply(200, "{\"comments\": " + comments + "}");
            case "POST/comment" -> {
                comments.add(body.get("body"));
                yield new Reply(201, "{\"id\": \"1\"}");
            }
            default -> new Reply(405, "");
        };
    }

    private static String transitions() {
        ArrayNode all = WireJson.mapper().createArrayNode();
        for (int i = 0; i < CATEGORIES.size(); i++) {
            ObjectNode one = all.addObject().put("id", Integer.toString(i));
            one.putObject("to").putObject("statusCategory").put("key", CATEGORIES.get(i));
        }
        return "{\"transitions\": " + all + "}";
    }
}
