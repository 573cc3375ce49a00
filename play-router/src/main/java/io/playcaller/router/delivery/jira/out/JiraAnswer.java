package io.playcaller.router.delivery.jira.out;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.out.GuardedHttp.Answer;
import io.playcaller.router.delivery.out.ToolAnswer;
import java.util.ArrayList;
import java.util.List;

/** What an answer of Jira means. */
record JiraAnswer(Answer http, JsonNode body) implements ToolAnswer {

    static JiraAnswer of(Answer answer) {
        return new JiraAnswer(answer, ToolAnswer.json(answer));
    }

    /** Of one that is not fine. What Jira cannot take now it cannot take later. */
    Receipt fault() {
        if (http.receipt() instanceof Receipt.Busy busy) {
            return busy;
        }
        return http.status() == 400 ? refused(said()) : failed();
    }

    /** They name the fields at fault. */
    @Override
    public String words() {
        List<String> words = new ArrayList<>();
        body.path("errorMessages").forEach(message -> words.add(message.asText()));
        body.path("errors")
                .properties()
                .forEach(error ->
                        words.add(error.getKey() + ": " + error.getValue().asText()));
        return words.isEmpty() ? "" : ": " + String.join("; ", words);
    }
}
