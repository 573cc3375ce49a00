package io.playcaller.router.delivery.in;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.router.delivery.ToolEvent;
import io.playcaller.router.delivery.ToolEvent.What;
import io.playcaller.router.delivery.ToolEvent.Who;
import io.playcaller.router.delivery.jira.Category;
import io.playcaller.router.delivery.jira.Resolutions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a webhook of Jira says that people did to an issue.
 *
 * @param ownAccount what it does is an echo of ours
 * @param resolutions how an issue that is done went
 */
record JiraEvents(Optional<String> ownAccount, Resolutions resolutions) {

    private static final String ISSUE_UPDATED = "jira:issue_updated";
    private static final String COMMENT_CREATED = "comment_created";

    /**
     * Several where one edit changed several things; none for what is not about work, and for our own doing.
     *
     * @param identifier of the webhook's event, the same when it is sent again
     */
    List<ToolEvent> of(JsonNode body, String identifier) {
        String event = body.path("webhookEvent").asText();
        if (event.equals(COMMENT_CREATED)) {
            JsonNode comment = body.path("comment");
            return said(comment.path("author"), comment.path("body"), identifier);
        }
        return event.equals(ISSUE_UPDATED) ? changed(body, identifier) : List.of();
    }

    private List<ToolEvent> said(JsonNode author, JsonNode words, String identifier) {
        String text = words.isTextual() ? words.asText() : AdfText.of(words);
        return isOwn(author) || text.isBlank()
                ? List.of()
                : List.of(new ToolEvent(identifier, who(author), new ToolEvent.Said(text)));
    }

    private List<ToolEvent> changed(JsonNode body, String identifier) {
        JsonNode user = body.path("user");
        if (isOwn(user)) {
            return List.of();
        }
        List<ToolEvent> events = new ArrayList<>();
        for (JsonNode item : body.at("/changelog/items")) {
            String field = item.path("field").asText();
            what(field, body.at("/issue/fields"), at(body))
                    .ifPresent(what -> events.add(new ToolEvent(identifier + "/" + field, who(user), what)));
        }
        return events;
    }

    /** When it was done, in milliseconds: Jira says it again hours later where we did not answer. */
    private static Optional<Instant> at(JsonNode body) {
        long millis = body.path("timestamp").asLong(0);
        return millis > 0 ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
    }

    private Optional<What> what(String field, JsonNode fields, Optional<Instant> at) {
        return switch (field) {
            case "status" ->
                Category.ofKey(fields.at("/status/statusCategory/key").asText())
                        .flatMap(category -> moved(category, fields));
            case "assignee" -> {
                JsonNode assignee = fields.path("assignee");
                yield Optional.of(
                        new ToolEvent.Given(assignee.isObject() ? Optional.of(who(assignee)) : Optional.empty(), at));
            }
            default -> Optional.empty();
        };
    }

    private Optional<What> moved(Category category, JsonNode fields) {
        return switch (category) {
            case NEW -> Optional.empty();
            case STARTED -> Optional.of(new ToolEvent.Started());
            case DONE ->
                Optional.of(new ToolEvent.Ended(
                        resolutions.outcome(fields.at("/resolution/name").asText())));
        };
    }

    private boolean isOwn(JsonNode user) {
        return ownAccount.filter(user.path("accountId").asText()::equals).isPresent();
    }

    private static Who who(JsonNode user) {
        return new Who(
                user.path("accountId").asText(),
                user.path("displayName").asText("somebody"),
                user.path("emailAddress").asText(null));
    }
}
