package io.playcaller.router.delivery.salesforce;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.delivery.ToolTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tasks as Salesforce names their fields.
 *
 * @param statuses what the organisation's picklist calls each state
 * @param priorities what its picklist calls each severity
 */
public record SalesforceTask(Map<ToolTask.State, String> statuses, Map<Severity, String> priorities) {

    /** Ids of accounts begin so; a register that was filled from Salesforce has them as its own. */
    private static final Pattern ACCOUNT_ID = Pattern.compile("001[A-Za-z0-9]{12}([A-Za-z0-9]{3})?");

    private static final String STATUS = "Status";

    public SalesforceTask {
        statuses = Map.copyOf(statuses);
        priorities = Map.copyOf(priorities);
    }

    /**
     * The fields to write.
     *
     * @param mayMove whether its status may be written: what was ended there stays ended
     */
    public Map<String, Object> fields(ToolTask task, boolean mayMove) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Subject", task.subject());
        fields.put("Description", described(task));
        fields.put("Priority", priorities.getOrDefault(task.severity(), priorities.get(Severity.MEDIUM)));
        if (mayMove) {
            fields.put(STATUS, statuses.get(task.state()));
        }
        if (task.dueOn() != null) {
            fields.put("ActivityDate", task.dueOn().toString());
        }
        if (task.assigns() && task.assignee() != null) {
            fields.put("OwnerId", task.assignee());
        }
        if (task.accountId() != null && ACCOUNT_ID.matcher(task.accountId()).matches()) {
            fields.put("WhatId", task.accountId());
        }
        return fields;
    }

    private static String described(ToolTask task) {
        return task.happened() == null ? task.description() : task.happened() + "\n\n" + task.description();
    }

    /** A question in SOQL for tasks by their keys. */
    public static String question(String keyField, List<UUID> keys) {
        return keys.stream()
                .map(key -> "'" + key + "'")
                .collect(Collectors.joining(
                        ",", "SELECT Id, IsClosed, " + keyField + " FROM Task WHERE " + keyField + " IN (", ")"));
    }
}
