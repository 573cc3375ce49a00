package io.playcaller.cli.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A receipt as lines for people. */
final class ReceiptLines {

    private static final int TO_THE_DAY = "2026-01-01".length();

    private ReceiptLines() {}

    static List<String> of(JsonNode receipt) {
        List<String> lines = new ArrayList<>();
        lines.add("Erasure %s, asked for by %s at %s: %s."
                .formatted(
                        receipt.path("erasureId").asText(),
                        receipt.path("askedBy").asText(),
                        receipt.path("erasedAt").asText(),
                        state(receipt)));
        receipt.path("places").forEach(place -> {
            lines.add("  %-46s %s".formatted(place.path("place").asText(), did(place)));
            lines.add("      " + place.path("note").asText());
        });
        return lines;
    }

    private static String state(JsonNode receipt) {
        return receipt.path("state").asText().equals("complete")
                ? "complete"
                : "erased here; the tombstones for Kafka are on their way, see ./playcaller person receipt";
    }

    private static String did(JsonNode place) {
        String count = place.hasNonNull("count") ? place.path("count").asText() + " " : "";
        String until = place.hasNonNull("until")
                ? ", gone by " + place.path("until").asText().substring(0, TO_THE_DAY)
                : "";
        return count + place.path("did").asText() + until;
    }
}
