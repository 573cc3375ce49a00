package io.playcaller.cli.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Columns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that wait, as lines for people. */
final class HeldLines {

    private HeldLines() {}

    /** A heading and a line an event; last, how many there are. */
    static List<String> list(JsonNode page) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SOURCE", "ID", "WAITS FOR THE ACCOUNT OF", "SINCE", "UNTIL", "BYTES"));
        page.path("items")
                .forEach(event -> rows.add(List.of(
                        event.path("source").asText(),
                        event.path("id").asText(),
                        who(event),
                        Columns.minute(event.path("receivedAt").asText()),
                        Columns.minute(event.path("heldUntil").asText()),
                        event.path("bytes").asText())));
        int shown = rows.size() - 1;
        List<String> lines = new ArrayList<>(shown == 0 ? List.of() : Columns.aligned(rows));
        lines.add(shown + (page.hasNonNull("next") ? " shown, there are more." : " in all."));
        return lines;
    }

    /** @param accounts those that its person is and was of; null when nobody knows the person any more */
    static List<String> of(JsonNode event, @Nullable JsonNode accounts) {
        List<String> lines = new ArrayList<>();
        lines.add("Event %s of %s, which came over %s at %s UTC."
                .formatted(
                        event.path("id").asText(),
                        event.path("source").asText(),
                        event.path("place").asText(),
                        Columns.minute(event.path("receivedAt").asText())));
        lines.add("  waits for  the account of %s: it names none, and nobody had said one".formatted(who(event)));
        lines.add("  until      %s UTC; then it is a dead letter, account.unknown"
                .formatted(Columns.minute(event.path("heldUntil").asText())));
        lines.add("  takes      %s bytes of the holding area"
                .formatted(event.path("bytes").asText()));
        lines.addAll(known(accounts));
        lines.add("  flows      when %s".formatted(key(event, accounts)));
        return lines;
    }

    private static String who(JsonNode event) {
        return event.hasNonNull("userId")
                ? "user " + event.path("userId").asText()
                : "browser " + event.path("anonymousId").asText();
    }

    private static List<String> known(@Nullable JsonNode accounts) {
        List<String> lines = new ArrayList<>();
        if (accounts != null) {
            accounts.path("accounts").forEach(edge -> lines.add("  known      " + edge(edge)));
        }
        return lines.isEmpty() ? List.of("  known      no account of theirs was ever said") : lines;
    }

    private static String edge(JsonNode edge) {
        String said = "%s of %s since %s UTC, said by %s (%s)"
                .formatted(
                        edge.hasNonNull("endedAt") ? "was" : "is",
                        edge.path("accountId").asText(),
                        Columns.minute(edge.path("since").asText()),
                        edge.path("source").asText(),
                        edge.path("by").asText());
        return edge.hasNonNull("endedAt")
                ? "%s; ended at %s UTC by %s"
                        .formatted(
                                said,
                                Columns.minute(edge.path("endedAt").asText()),
                                edge.path("endedBy").asText())
                : said;
    }

    private static String key(JsonNode event, @Nullable JsonNode accounts) {
        if (accounts != null && accounts.hasNonNull("accountId")) {
            return "the next sweep sees that they are of "
                    + accounts.path("accountId").asText();
        }
        return event.hasNonNull("userId")
                ? "a group call, the register (PUT /v1/people/%s), or a claim of the domain of their address says one"
                        .formatted(event.path("userId").asText())
                : "an alias names its user and they have an account, or a group call of the browser says one";
    }
}
