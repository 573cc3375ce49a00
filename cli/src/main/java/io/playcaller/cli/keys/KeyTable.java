package io.playcaller.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Keys as lines for people. */
final class KeyTable {

    private static final List<String> HEADING = List.of("ID", "SOURCE", "ENV", "SCOPES", "STATE", "LAST USED", "NAME");

    private KeyTable() {}

    /** A heading, and a line a key. */
    static List<String> lines(JsonNode items, KeptKeys kept) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADING));
        items.forEach(item -> rows.add(cells(item, kept)));
        return Columns.aligned(rows);
    }

    private static List<String> cells(JsonNode key, KeptKeys kept) {
        boolean ours = kept.sourceOf(key.path("fingerprint").asText()).isPresent();
        List<String> scopes = StreamSupport.stream(key.path("scopes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return List.of(
                key.path("id").asText(),
                key.path("source").asText(),
                key.path("environment").asText(),
                String.join(",", scopes),
                state(key),
                Columns.minute(key.path("lastUsedAt").asText("never")),
                key.path("name").asText() + (ours ? " (kept here)" : ""));
    }

    private static String state(JsonNode key) {
        String state = key.path("state").asText();
        return state.equals("ending")
                ? "until " + Columns.minute(key.path("validUntil").asText())
                : state;
    }
}
