package io.playcaller.router.delivery.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.delivery.ToolTasks;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JiraIssueTest {

    private static final UUID TASK = UUID.fromString("7d3e1a52-0000-4000-8000-0000000000aa");
    private static final String LABEL = "playcaller-7d3e1a52-0000-4000-8000-0000000000aa";

    private final JiraIssue words =
            new JiraIssue("CS", "Task", Map.of(Severity.MEDIUM, "Medium", Severity.HIGH, "High"));

    @Test
    void aNewIssueCarriesItsTaskAsLabelAndProperty() {
        JsonNode issue = json(words.created(ToolTasks.of(TASK).build()));

        assertThat(issue.at("/fields/project/key").asText()).isEqualTo("CS");
        assertThat(issue.at("/fields/labels/0").asText()).isEqualTo(LABEL);
        assertThat(issue.at("/properties/0/value/taskId").asText()).isEqualTo(TASK.toString());
        assertThat(issue.at("/fields/assignee/id").asText()).isEqualTo("u-ana");
        assertThat(issue.at("/fields/duedate").asText()).isEqualTo("2026-03-06");
        assertThat(issue.at("/fields/description/content/1/content/0/text").asText())
                .isEqualTo("Usage fell by 40%.");
    }

    @Test
    void aChangeKeepsTheLabelsOfOthersAndTheAssignee() {
        JsonNode change =
                json(words.changed(ToolTasks.of(TASK).comment("It ran out.").build()));

        assertThat(change.at("/update/labels/0/add").asText()).isEqualTo(LABEL);
        assertThat(change.at("/fields").has("labels")).isFalse();
        assertThat(change.at("/fields").has("assignee")).isFalse();
    }

    @Test
    void aProjectWithoutPrioritiesGetsNoneAndNoDueDate() {
        JsonNode issue = json(
                new JiraIssue("CS", "Task", Map.of()).created(ToolTasks.of(TASK).build()));

        assertThat(issue.get("fields").has("priority")).isFalse();
        assertThat(issue.get("fields").has("duedate")).isFalse();
    }

    @Test
    void textInAQuestionCannotEndItsQuotes() {
        assertThat(Jql.text("a\" OR project = \"HR\\")).isEqualTo("\"a\\\" OR project = \\\"HR\\\\\"");
        assertThat(Jql.text("a\nb")).isEqualTo("\"a b\"");
    }

    @Test
    void tasksAreFoundByTheirLabels() {
        assertThat(words.question(List.of(TASK))).isEqualTo("project = \"CS\" AND labels IN (\"" + LABEL + "\")");
        assertThat(JiraIssue.taskOf(LABEL)).isEqualTo(TASK);
        assertThat(JiraIssue.taskOf("playcaller-not-a-task")).isNull();
    }

    @Test
    void blankLinesMakeNoEmptyParagraph() {
        assertThat(json(Adf.document("one\n\n two")).get("content")).hasSize(2);
    }

    private static JsonNode json(Object value) {
        return WireJson.mapper().valueToTree(value);
    }
}
