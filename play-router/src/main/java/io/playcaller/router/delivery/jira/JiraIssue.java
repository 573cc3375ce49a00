package io.playcaller.router.delivery.jira;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.delivery.ToolTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tasks as issues of a project.
 *
 * @param priorities names, by severity; empty where the project has no priorities and no due dates
 */
public record JiraIssue(String project, String issueType, Map<Severity, String> priorities) {

    /** Key of the property of an issue that holds the task's id. */
    public static final String PROPERTY = "playcaller";

    private static final String LABEL = "playcaller-";

    public JiraIssue {
        priorities = Map.copyOf(priorities);
    }

    /** What a new issue is made of. */
    public Map<String, Object> created(ToolTask task) {
        Map<String, Object> fields = fields(task);
        fields.put("project", Map.of("key", project));
        fields.put("issuetype", Map.of("name", issueType));
        fields.put("labels", List.of(label(task.taskId())));
        return Map.of(
                "fields",
                fields,
                "properties",
                List.of(Map.of(
                        "key", PROPERTY, "value", Map.of("taskId", task.taskId().toString()))));
    }

    /** What of an issue is written over. Labels of others stay. */
    public Map<String, Object> changed(ToolTask task) {
        return Map.of("fields", fields(task), "update", Map.of("labels", List.of(Map.of("add", label(task.taskId())))));
    }

    private Map<String, Object> fields(ToolTask task) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("summary", task.subject());
        fields.put("description", Adf.document(task.description()));
        if (!priorities.isEmpty()) {
            fields.put(
                    "priority",
                    Map.of("name", priorities.getOrDefault(task.severity(), priorities.get(Severity.MEDIUM))));
            if (task.dueOn() != null) {
                fields.put("duedate", task.dueOn().toString());
            }
        }
        if (task.assigns() && task.assignee() != null) {
            fields.put("assignee", Map.of("id", task.assignee()));
        }
        return fields;
    }

    /** Finds the issues of tasks. Labels are looked for, since properties are indexed for apps alone. */
    public String question(List<UUID> taskIds) {
        return taskIds.stream()
                .map(JiraIssue::label)
                .map(Jql::text)
                .collect(Collectors.joining(", ", "project = " + Jql.text(project) + " AND labels IN (", ")"));
    }

    static String label(UUID taskId) {
        return LABEL + taskId;
    }

    /** The task whose label this is; null for a label of somebody else's. */
    public static @Nullable UUID taskOf(String label) {
        if (!label.matches(LABEL + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return null;
        }
        return UUID.fromString(label.substring(LABEL.length()));
    }
}
