package io.playcaller.router.delivery.salesforce.out;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.out.GuardedHttp.Answer;
import io.playcaller.router.delivery.out.ToolAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What an answer of Salesforce means. Success is an object, errors are an array of code and message. */
record SalesforceAnswer(Answer http, JsonNode body) implements ToolAnswer {

    /** The organisation's requests of a day are used up: they come back over the hours. */
    private static final Duration ALLOWANCE = Duration.ofMinutes(15);

    private static final Set<String> LATER =
            Set.of("UNABLE_TO_LOCK_ROW", "SERVER_UNAVAILABLE", "QUERY_TIMEOUT", "ENTITY_IS_LOCKED");

    static SalesforceAnswer of(Answer answer) {
        return new SalesforceAnswer(answer, ToolAnswer.json(answer));
    }

    boolean isExpiredSession() {
        return http.status() == 401;
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
        if (isFine()) {
            return new Receipt.Taken(
                    http.status(), Optional.of(body.path("id").asText("")).filter(id -> !id.isEmpty()));
        }
        return switch (http.status()) {
            case 300 ->
                refused("several tasks carry its key: the field must be unique, and all of them but one be deleted");
            case 404 ->
                refused("there is no such field or object; create the key field of Task and let the app see it");
            case 400 -> LATER.contains(code()) ? failed() : refused(said());
            case 410 -> failed();
            default -> byStatus();
        };
    }

    @Override
    public String words() {
        String message = body.path(0).path("message").asText("");
        return (code().isEmpty() ? "" : " " + code()) + (message.isEmpty() ? "" : ": " + message);
    }
}
