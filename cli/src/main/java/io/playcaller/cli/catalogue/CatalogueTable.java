package io.playcaller.cli.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Names of events as lines for people. */
final class CatalogueTable {

    private static final int TO_THE_MINUTE = "2026-01-01T00:00".length();
    private static final int TO_THE_DAY = "2026-01-01".length();

    private CatalogueTable() {}

    /** A heading, and a line a name. */
    static List<String> lines(List<JsonNode> names, int days) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "SOURCE", "NAME", "EVENTS", "OF THEM USE", "IN " + days + " DAYS", "FIRST SEEN", "LAST SEEN", "SAID"));
        names.forEach(name -> rows.add(cells(name)));
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> cells(JsonNode name) {
        long lately = 0;
        for (JsonNode day : name.path("days")) {
            lately += day.asLong();
        }
        return List.of(
                name.path("source").asText(),
                name.path("name").asText("(all others)"),
                name.path("events").asText(),
                name.path("meaningfulEvents").asText(),
                Long.toString(lately),
                begin(name.path("firstSeen").asText(), TO_THE_MINUTE),
                begin(name.path("lastSeen").asText(), TO_THE_MINUTE),
                said(name));
    }

    private static String said(JsonNode name) {
        List<String> said = new ArrayList<>();
        if (name.hasNonNull("meaningful")) {
            said.add(name.path("meaningful").asBoolean() ? "use" : "no use");
        }
        if (name.hasNonNull("countsAs")) {
            String from = name.at("/countsAs/from").asText();
            said.add("counts as " + name.at("/countsAs/name").asText() + " from " + begin(from, TO_THE_DAY));
        }
        return String.join(", ", said);
    }

    private static String begin(String instant, int length) {
        return instant.substring(0, Math.min(length, instant.length())).replace('T', ' ');
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
