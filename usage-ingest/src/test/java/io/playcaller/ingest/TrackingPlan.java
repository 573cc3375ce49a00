package io.playcaller.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of {@code docs/tracking-plan.md}. */
public final class TrackingPlan {

    private static final Path PAGE = Path.of("../docs/tracking-plan.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

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
        List<JsonNode> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            examples.add(WireJson.mapper().readTree(matcher.group(1)));
        }
        return examples;
    }
}
