package io.playcaller.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Keys as lines for people. */
final class KeyTable {

    private static final List<String> HEADING = List.of("ID", "SOURCE", "ENV", "SCOPES", "STATE", "LAST USED", "NAME");
    private static final int TO_THE_MINUTE = "2026-01-01T00:00".length();

    private KeyTable() {}

    /** A heading, and a line a key. */
    static List<String> lines(JsonNode items, KeptKeys kept) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADING));
        items.forEach(item -> rows.add(cells(item, kept)));
        int[] widths = IntStream.range(0, HEADING.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
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
                minute(key.path("lastUsedAt").asText("never")),
                key.path("name").asText() + (ours ? " (kept here)" : ""));
    }

    private static String state(JsonNode key) {
        String state = key.path("state").asText();
        return state.equals("ending") ? "until " + minute(key.path("validUntil").asText()) : state;
    }

    /** Of an instant, what people read. */
    static String minute(String instant) {
        return instant.length() < TO_THE_MINUTE
                ? instant
                : instant.substring(0, TO_THE_MINUTE).replace('T', ' ');
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(row.get(column))
                    .append(" ".repeat(widths[column] - row.get(column).length() + 2));
        }
        return Shown.printable(line.toString().stripTrailing());
    }
}
