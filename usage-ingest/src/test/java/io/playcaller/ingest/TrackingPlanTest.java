package io.playcaller.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tracking plan to start with says what the readers read, and what the shipped rules know. */
class TrackingPlanTest {

    private static final Path RULES = Path.of("../health-model/src/main/resources/health/profile.yaml");

    @Test
    void itsCloudEventsAreRead() throws IOException {
        CloudEventReader reader = new CloudEventReader(32_768, "web");
        for (JsonNode event : TrackingPlan.cloudEvents()) {
            Item item = reader.structured(0, raw("application/cloudevents+json", event), event);

            assertThat(item.draft()).as(event.toString()).isInstanceOf(Step.Kept.class);
        }
    }

    @Test
    void itsSegmentCallsAreRead() throws IOException {
        SegmentReader reader = new SegmentReader(32_768);
        for (JsonNode call : TrackingPlan.segmentCalls()) {
            Item item = reader.event(0, raw("application/json", call), call.deepCopy(), () -> "none");

            assertThat(item.draft()).as(call.toString()).isInstanceOf(Step.Kept.class);
            assertThat(item.idAssigned()).as(call.toString()).isFalse();
        }
    }

    @Test
    void itHasEveryFactThatAScoreIsMadeOf() throws IOException {
        Set<String> types = TrackingPlan.cloudEvents().stream()
                .map(event -> event.path("type").asText())
                .collect(Collectors.toSet());

        assertThat(types)
                .containsExactlyInAnyOrder(
                        "io.playcaller.register.contact-changed.v1",
                        "io.playcaller.usage.recorded.v1",
                        "io.playcaller.success.milestone-changed.v1",
                        "io.playcaller.support.ticket-changed.v1",
                        "io.playcaller.feedback.survey-answered.v1",
                        "io.playcaller.success.touch-recorded.v1",
                        "io.playcaller.billing.invoice-changed.v1");
    }

    @Test
    void itsMilestonesAreThoseOfTheShippedRules() throws IOException {
        Set<String> planned = TrackingPlan.cloudEvents().stream()
                .map(event -> event.at("/data/milestone").asText())
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());

        assertThat(planned).containsExactlyInAnyOrder("kickoff", "first-value", "objective");
        assertThat(Files.readString(RULES)).contains("milestones: [kickoff, first-value]", "milestones: [objective]");
    }

    private static RawItem raw(String contentType, JsonNode event) {
        return RawItem.whole(contentType, WireJson.write(event), Map.of());
    }
}
