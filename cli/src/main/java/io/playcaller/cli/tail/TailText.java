package io.playcaller.cli.tail;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Shown;
import java.util.List;

/** A line of the stream as people read it. */
final class TailText {

    private static final String PREFIX = "io.playcaller.";

    private TailText() {}

    /** @param facts whether a fact is shown, on a line of its own */
    static List<String> lines(JsonNode line, boolean facts) {
        return asTheyCame(line, facts).stream().map(Shown::printable).toList();
    }

    private static List<String> asTheyCame(JsonNode line, boolean facts) {
        return switch (line.path("kind").asText()) {
            case "listening" -> List.of("Listening; Ctrl-C ends it.");
            case "accepted" ->
                facts
                        ? List.of(
                                accepted(line),
                                "    " + Shown.escaped(line.path("fact").toString()))
                        : List.of(accepted(line));
            case "refused" -> List.of(refused(line));
            case "dropped" ->
                List.of("  … %d left out here: they come faster than they are shown"
                        .formatted(line.path("lines").asLong()));
            default -> List.of();
        };
    }

    private static String accepted(JsonNode line) {
        return "  %-24s %-9s %-14s %-28s %-16s %s%s"
                .formatted(
                        line.path("at").asText(),
                        "accepted",
                        line.path("source").asText(),
                        type(line.path("type").asText()),
                        line.path("account").asText("-"),
                        line.path("id").asText(),
                        "baseline".equals(line.path("origin").asText()) ? " (baseline)" : "");
    }

    private static String refused(JsonNode line) {
        return "  %-24s %-9s %-14s %s%s; letters show %s"
                .formatted(
                        line.path("at").asText(),
                        "REFUSED",
                        line.path("source").asText("-"),
                        line.path("reason").asText(),
                        fault(line),
                        line.path("id").asText());
    }

    private static String fault(JsonNode line) {
        if (!line.hasNonNull("expected")) {
            return "";
        }
        String field = line.path("field").asText("");
        return " %s must be %s"
                .formatted(
                        field.isEmpty() ? "what came" : field,
                        line.path("expected").asText());
    }

    private static String type(String wire) {
        return wire.startsWith(PREFIX) ? wire.substring(PREFIX.length()) : wire;
    }
}
