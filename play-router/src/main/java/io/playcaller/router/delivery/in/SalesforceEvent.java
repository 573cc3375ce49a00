package io.playcaller.router.delivery.in;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.delivery.ToolEvent;
import io.playcaller.router.delivery.ToolEvent.What;
import io.playcaller.router.delivery.ToolEvent.Who;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What our trigger in Salesforce says (docs/connectors.md): {@code eventId}, {@code taskId} of Salesforce, {@code user}, {@code at},
 * and of {@code closed}, {@code started}, {@code owner} and {@code comment} what changed.
 */
record SalesforceEvent(JsonNode body) {

    /** Null where it does not say which task it is about. */
    @Nullable
    String externalId() {
        String task = body.path("taskId").asText(null);
        return task == null ? null : ToolEvent.storable(task);
    }

    /** None for our own doing, or without an event's id. */
    List<ToolEvent> events(Optional<String> ownUser) {
        JsonNode user = body.path("user");
        String id = body.path("eventId").asText("");
        if (id.isEmpty() || ownUser.filter(user.path("id").asText()::equals).isPresent()) {
            return List.of();
        }
        List<ToolEvent> events = new ArrayList<>();
        if (body.path("owner").isObject()) {
            add(events, id + "/owner", user, new ToolEvent.Given(Optional.of(who(body.path("owner"))), at()));
        }
        if (!body.path("comment").asText("").isBlank()) {
            add(
                    events,
                    id + "/comment",
                    user,
                    new ToolEvent.Said(body.path("comment").asText()));
        }
        if (body.path("closed").asBoolean()) {
            add(
                    events,
                    id + "/status",
                    user,
                    new ToolEvent.Ended(
                            body.path("succeeded").asBoolean(true) ? PlayOutcome.SUCCEEDED : PlayOutcome.FAILED));
        } else if (body.path("started").asBoolean()) {
            add(events, id + "/status", user, new ToolEvent.Started());
        }
        return events;
    }

    /**
     * When it was done; empty where the trigger does not say.
     *
     * @throws ProblemException where it says something else
     */
    private Optional<Instant> at() {
        String at = body.path("at").asText("");
        try {
            return at.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(at));
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    Problem.badField("callback.at", "/at", "an instant such as 2026-03-02T10:00:00Z", at));
        }
    }

    private static void add(List<ToolEvent> events, String key, JsonNode user, What what) {
        events.add(new ToolEvent(key, who(user), what));
    }

    private static Who who(JsonNode user) {
        return new Who(
                user.path("id").asText(),
                user.path("name").asText("somebody"),
                user.path("email").asText(null));
    }
}
