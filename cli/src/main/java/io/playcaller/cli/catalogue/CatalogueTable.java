package io.playcaller.cli.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Columns;
import java.util.ArrayList;
import java.util.List;

/** Names of events as lines for people. */
final class CatalogueTable {

    private static final int TO_THE_DAY = "2026-01-01".length();

    private CatalogueTable() {}

    /** A heading, and a line a name. */
    static List<String> lines(List<JsonNode> names, int days) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "SOURCE", "NAME", "EVENTS", "OF THEM USE", "IN " + days + " DAYS", "FIRST SEEN", "LAST SEEN", "SAID"));
        names.forEach(name -> rows.add(cells(name)));
        return Columns.aligned(rows);
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
                Columns.minute(name.path("firstSeen").asText()),
                Columns.minute(name.path("lastSeen").asText()),
                said(name));
    }

    private static String said(JsonNode name) {
        List<String> said = new ArrayList<>();
        if (name.hasNonNull("meaningful")) {
            said.add(name.path("meaningful").asBoolean() ? "use" : "no use");
        }
        if (name.hasNonNull("countsAs")) {
            String from = name.at("/countsAs/from").asText();
            said.add("counts as " + name.at("/countsAs/name").asText() + " from " + day(from));
        }
        return String.join(", ", said);
    }

    private static String day(String instant) {
        return instant.substring(0, Math.min(TO_THE_DAY, instant.length()));
    }
}
