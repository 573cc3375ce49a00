package io.playcaller.ingest.door.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.Page;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code docs/corrections.md} sends is read as corrections. */
class CorrectionsPageTest {

    private static final String CLOUDEVENT = "application/cloudevents+json";

    @Test
    void itsEventsAreRead() throws IOException {
        CloudEventReader reader = new CloudEventReader(32_768, "web");
        List<JsonNode> events = examples(false);

        assertThat(events)
                .hasSize(2)
                .allSatisfy(event -> assertThat(
                                reader.structured(0, RawItem.whole(CLOUDEVENT, WireJson.write(event), Map.of()), event)
                                        .draft())
                        .as(event.toString())
                        .isInstanceOf(Step.Kept.class));
    }

    @Test
    void whatOurPeopleTakeBackIsRead() throws IOException {
        List<JsonNode> lists = examples(true);

        assertThat(lists)
                .singleElement()
                .satisfies(list -> assertThat(list).allSatisfy(item -> {
                    Step<Draft> read = RetractionBody.read(item, "olga");
                    assertThat(read).as(item.toString()).isInstanceOf(Step.Kept.class);
                }));
    }

    private static List<JsonNode> examples(boolean lists) throws IOException {
        return Page.of("docs/corrections.md").examples().stream()
                .filter(example -> example.isArray() == lists)
                .toList();
    }
}
