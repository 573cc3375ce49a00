package io.playcaller.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** The examples of {@code docs/tracking-plan.md}. */
public final class TrackingPlan {

    private TrackingPlan() {}

    public static List<JsonNode> cloudEvents() throws IOException {
        return examples().stream().filter(example -> example.has("specversion")).toList();
    }

    public static List<JsonNode> segmentCalls() throws IOException {
        return examples().stream()
                .filter(example -> !example.has("specversion"))
                .toList();
    }

    private static List<JsonNode> examples() throws IOException {
        return Page.of("docs/tracking-plan.md").examples();
    }
}
