package io.playcaller.router.delivery.jira.out;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.out.GuardedHttp.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an answer of Jira means. */
record JiraAnswer(Answer http, JsonNode body) {

    static JiraAnswer of(Answer answer) {
        return new JiraAnswer(answer, json(answer.body()));
    }

    boolean isFine() {
        return http.isFine();
    }

    boolean isUnknown() {
        return http.status() == 404;
    }

    /** Of one that is not fine. What Jira cannot take now it cannot take later. */
    Receipt fault() {
        Receipt plain = Receipt.of(http.status(), http.retryAfter());
        if (plain instanceof Receipt.Busy) {
            return plain;
        }
        return http.status() == 400
                ? new Receipt.Refused(Optional.of(400), said())
                : new Receipt.Failed(Optional.of(http.status()), said(), http.retryAfter());
    }

    /** Its own words, which name the fields at fault. */
    String said() {
        List<String> words = new ArrayList<>();
        body.path("errorMessages").forEach(message -> words.add(message.asText()));
        body.path("errors")
                .properties()
                .forEach(error ->
                        words.add(error.getKey() + ": " + error.getValue().asText()));
        return "answered with " + http.status() + (words.isEmpty() ? "" : ": " + String.join("; ", words));
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank()
                    ? MissingNode.getInstance()
                    : WireJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
