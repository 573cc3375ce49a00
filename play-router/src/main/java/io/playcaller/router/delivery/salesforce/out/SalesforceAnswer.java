package io.playcaller.router.delivery.salesforce.out;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.out.GuardedHttp.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What an answer of Salesforce means. Success is an object, errors are an array of code and message. */
record SalesforceAnswer(Answer http, JsonNode body) {

    /** The organisation's requests of a day are used up: they come back over the hours. */
    private static final Duration ALLOWANCE = Duration.ofMinutes(15);

    private static final Set<String> LATER =
            Set.of("UNABLE_TO_LOCK_ROW", "SERVER_UNAVAILABLE", "QUERY_TIMEOUT", "ENTITY_IS_LOCKED");

    static SalesforceAnswer of(Answer answer) {
        return new SalesforceAnswer(answer, json(answer.body()));
    }

    boolean isExpiredSession() {
        return http.status() == 401;
    }

    boolean isUnknown() {
        return http.status() == 404;
    }

    boolean isFine() {
        return http.isFine();
    }

    /** Code of the first error; empty where there is none. */
    String code() {
        return body.path(0).path("errorCode").asText("");
    }

    /** Of an upsert. */
    Receipt receipt() {
        if (code().equals("REQUEST_LIMIT_EXCEEDED")) {
            return Receipt.Busy.of(http.status(), Optional.of(http.retryAfter().orElse(ALLOWANCE)));
        }
        Receipt plain = Receipt.of(http.status(), http.retryAfter());
        if (plain instanceof Receipt.Taken) {
            return new Receipt.Taken(
                    http.status(), Optional.of(body.path("id").asText("")).filter(id -> !id.isEmpty()));
        }
        return switch (http.status()) {
            case 300 ->
                refused("several tasks carry its key: the field must be unique, and all of them but one be deleted");
            case 404 ->
                refused("there is no such field or object; create the key field of Task and let the app see it");
            case 400 ->
                LATER.contains(code()) ? new Receipt.Failed(status(), said(), http.retryAfter()) : refused(said());
            case 410 -> new Receipt.Failed(status(), said(), Optional.empty());
            default ->
                plain instanceof Receipt.Failed ? new Receipt.Failed(status(), said(), http.retryAfter()) : plain;
        };
    }

    private Receipt refused(String because) {
        return new Receipt.Refused(status(), because);
    }

    private Optional<Integer> status() {
        return Optional.of(http.status());
    }

    private String said() {
        String message = body.path(0).path("message").asText("");
        return "answered with " + http.status() + (code().isEmpty() ? "" : " " + code())
                + (message.isEmpty() ? "" : ": " + message);
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
