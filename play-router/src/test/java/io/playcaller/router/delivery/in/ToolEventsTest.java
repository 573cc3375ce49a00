package io.playcaller.router.delivery.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.delivery.ToolEvent;
import io.playcaller.router.delivery.ToolEvent.Ended;
import io.playcaller.router.delivery.ToolEvent.Given;
import io.playcaller.router.delivery.ToolEvent.Said;
import io.playcaller.router.delivery.ToolEvent.Started;
import io.playcaller.router.delivery.ToolEvent.Who;
import io.playcaller.router.delivery.jira.Resolutions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToolEventsTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final Who ANA = new Who("u-ana", "Ana Lima", null);

    private final JiraEvents jira = new JiraEvents(Optional.of("u-us"), new Resolutions(Set.of("Won't Do")));

    @Test
    void anIssueMovedToDoneIsATaskThatEnded() throws JsonProcessingException {
        assertThat(jira.of(issue("u-ana", "status", "done", "Done"), "e1"))
                .containsExactly(new ToolEvent("e1/status", ANA, new Ended(PlayOutcome.SUCCEEDED)));
        assertThat(jira.of(issue("u-ana", "status", "done", "Won't Do"), "e1"))
                .containsExactly(new ToolEvent("e1/status", ANA, new Ended(PlayOutcome.FAILED)));
    }

    @Test
    void anIssueInWorkIsATaskThatSomebodyHas() throws JsonProcessingException {
        assertThat(jira.of(issue("u-ana", "status", "indeterminate", "Done"), "e1"))
                .containsExactly(new ToolEvent("e1/status", ANA, new Started()));
    }

    @Test
    void anIssueOpenedAgainIsNothingForUs() throws JsonProcessingException {
        assertThat(jira.of(issue("u-ana", "status", "new", "Done"), "e1")).isEmpty();
    }

    @Test
    void anotherAssigneeIsATaskGivenToThem() throws JsonProcessingException {
        assertThat(jira.of(issue("u-ana", "assignee", "new", "Done"), "e1"))
                .containsExactly(new ToolEvent(
                        "e1/assignee",
                        ANA,
                        new Given(Optional.of(new Who("u-ben", "Ben Berg", null)), Optional.of(AT))));
    }

    @Test
    void whatWeDidOurselvesDoesNotComeBack() throws JsonProcessingException {
        assertThat(jira.of(issue("u-us", "status", "done", "Done"), "e1")).isEmpty();
    }

    @Test
    void theWordsOfACommentAreReadFromItsDocument() throws JsonProcessingException {
        JsonNode body = json("""
                {"webhookEvent": "comment_created", "issue": {"id": "10001"},
                 "comment": {"author": {"accountId": "u-ana", "displayName": "Ana Lima"},
                   "body": {"type": "doc", "version": 1, "content": [
                     {"type": "paragraph", "content": [{"type": "text", "text": "Called them."}]},
                     {"type": "paragraph", "content": [{"type": "text", "text": "They stay."}]}]}}}""");

        assertThat(jira.of(body, "e2")).containsExactly(new ToolEvent("e2", ANA, new Said("Called them.\nThey stay.")));
    }

    @Test
    void oneMessageOfOurTriggerMaySaySeveralThings() throws JsonProcessingException {
        SalesforceEvent event = new SalesforceEvent(json("""
                {"eventId": "s1", "taskId": "00T1", "user": {"id": "u-ana", "name": "Ana Lima"},
                 "closed": true, "succeeded": false, "comment": "They left."}"""));

        assertThat(event.externalId()).isEqualTo("00T1");
        assertThat(event.events(Optional.of("u-us")))
                .containsExactly(
                        new ToolEvent("s1/comment", ANA, new Said("They left.")),
                        new ToolEvent("s1/status", ANA, new Ended(PlayOutcome.FAILED)));
        assertThat(event.events(Optional.of("u-ana"))).isEqualTo(List.of());
    }

    @Test
    void ourTriggerSaysWhenAnotherOwnerWasSet() throws JsonProcessingException {
        String said = """
                {"eventId": "s1", "taskId": "00T1", "user": {"id": "u-ana", "name": "Ana Lima"},%s
                 "owner": {"id": "u-ben", "name": "Ben Berg"}}""";
        Who ben = new Who("u-ben", "Ben Berg", null);

        assertThat(new SalesforceEvent(json(said.formatted(" \"at\": \"2026-03-02T10:00:00.000Z\",")))
                        .events(Optional.empty()))
                .containsExactly(new ToolEvent("s1/owner", ANA, new Given(Optional.of(ben), Optional.of(AT))));
        assertThat(new SalesforceEvent(json(said.formatted(""))).events(Optional.empty()))
                .containsExactly(new ToolEvent("s1/owner", ANA, new Given(Optional.of(ben), Optional.empty())));
        SalesforceEvent wrong = new SalesforceEvent(json(said.formatted(" \"at\": \"today\",")));
        assertThatThrownBy(() -> wrong.events(Optional.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().field()).isEqualTo("/at"));
    }

    @Test
    void wordsAreTakenWithoutWhatNoDatabaseStores() throws JsonProcessingException {
        SalesforceEvent event = new SalesforceEvent(json("""
                {"eventId": "s1", "taskId": "00T\\u00001", "user": {"id": "u-ana", "name": "Ana\\u0000 Lima"},
                 "comment": "They\\u0000 left."}"""));

        assertThat(event.externalId()).isEqualTo("00T1");
        assertThat(event.events(Optional.empty()))
                .containsExactly(new ToolEvent("s1/comment", ANA, new Said("They left.")));
    }

    private static JsonNode issue(String user, String field, String category, String resolution)
            throws JsonProcessingException {
        return json("""
                {"webhookEvent": "jira:issue_updated", "timestamp": 1772445600000, "user": {"accountId": "%s", "displayName": "Ana Lima"},
                 "issue": {"id": "10001", "fields": {"status": {"statusCategory": {"key": "%s"}},
                   "resolution": {"name": "%s"}, "assignee": {"accountId": "u-ben", "displayName": "Ben Berg"}}},
                 "changelog": {"items": [{"field": "%s"}, {"field": "labels"}]}}""".formatted(user, category, resolution, field));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return WireJson.mapper().readTree(text);
    }
}
